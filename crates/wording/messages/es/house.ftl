### Dates

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
date = { $weekday } { $day } de { $month } de { $year }
date-time = { $date }, a las { $time }

### Notices that the house writes to customers

notice-received = Tenemos su solicitud { $reference } sobre { $service }. Prometemos terminar a más tardar el { $due }.
notice-received-no-promise = Tenemos su solicitud { $reference } sobre { $service }.
notice-resolved = Su solicitud { $reference } está cerrada: { $outcome }.
notice-resolved-for-reporter = El problema que usted reportó con { $reference } está cerrado: { $outcome }. Otras personas también lo habían reportado.
notice-joined = Su reporte { $reference } trata de lo mismo que uno anterior, { $other }. Le diremos cómo termina ese otro.
notice-merged = Su solicitud { $reference } trata de lo mismo que su solicitud { $other }. Seguimos con { $other }.
notice-unmerged = Su solicitud { $reference } es otra vez una solicitud aparte.
notice-service-corrected = Corregimos su solicitud { $reference }: trata de { $service }. Prometemos terminar a más tardar el { $due }.
notice-service-corrected-no-promise = Corregimos su solicitud { $reference }: trata de { $service }.
notice-promised-later = Corregimos su solicitud { $reference }: trata de { $service }. Tarda más de lo que dijimos y lo sentimos. Prometemos terminar a más tardar el { $due }.
notice-promised-no-more = Corregimos su solicitud { $reference }: trata de { $service }. No podemos prometer un día y lo sentimos.
notice-reopened = Su solicitud { $reference } está abierta otra vez. Prometemos terminar a más tardar el { $due }.
notice-reopened-no-promise = Su solicitud { $reference } está abierta otra vez.
notice-passed-on = Su solicitud { $reference } está ahora con { $agency }. La fecha prometida se mantiene.
notice-feedback = ¿Cómo le fue? Díganos del 1 (mal) al 5 (bien), con unas palabras si quiere.
notice-late = Vamos con retraso en su solicitud { $reference }. La prometimos para el { $due } y seguimos trabajando en ella.

### Timeline sentences, one a kind of event

event-opened = Llegó la solicitud
event-assigned = { $name } tomó el caso
event-unassigned = El caso volvió a su fila
event-noted = Un funcionario escribió una nota
event-replied = Un funcionario respondió
event-heard = La persona escribió
event-wait-started = Se preguntó algo a la persona; el plazo se detiene
event-wait-ended = El plazo corre de nuevo
event-transfer-asked = Se pidió a { $name } hacerse cargo
event-transfer-accepted = { $name } se hizo cargo
event-transfer-returned = El caso fue devuelto
event-task-asked = Se pidió a { $name } hacer una parte
event-task-answered = { $name } respondió sobre su parte
event-marked-duplicate = Una solicitud anterior responde por esta
event-joined = Se unió otro reporte de lo mismo
event-contact-changed = La persona cambió cómo contactarla
event-merged = Sigue en otra solicitud
event-unmerged = Vuelve a ser un caso aparte
event-took-in = Otro caso de la misma persona sigue en este
event-gave-back = Ese caso vuelve a ir aparte
event-split-off = Algunos mensajes pasaron a ser un caso aparte
event-put-under = Se responde junto con un caso principal
event-taken-out = Se responde otra vez por separado
event-child-joined = Otro caso se responde junto con este
event-child-left = Un caso se responde otra vez por separado
event-answers-corrected = Se corrigió una respuesta
event-place-corrected = Se corrigió el lugar
event-service-corrected = Se corrigió el servicio: { $name }
event-snoozed = El trabajo descansa hasta un día; el plazo sigue corriendo
event-woke = Se trabaja otra vez en ello
event-offered = Se ofreció a la persona: { $name }
event-approval-asked = Se pidió la aprobación de { $name }
event-approval-answered = La jefatura respondió
event-escalated = Se llevó ante { $name }
event-resolved = El caso se cerró
event-reopened = El caso se abrió de nuevo
event-withdrawn = La persona retiró su solicitud
event-promise-missed = No se cumplió el plazo prometido
event-told = Se avisó a la persona
event-feedback-invited = Se preguntó a la persona cómo le fue
event-rated = La persona dijo cómo le fue
event-looked = Se consultó la ficha
event-token-created = Se creó una clave
event-token-revoked = Se retiró una clave
event-job-replayed = Se repitió una tarea fallida

### Pages

product = Rotunda
skip = Ir al contenido
language-name = Español
languages = Idioma
demo-note = Una demostración con solicitudes reales de 2015 y un personal inventado. El día que usted ve es simulado.
refresh = Mirar otra vez
footer-help = Ayuda: llame, escriba o visite { $contact }
footer-source = Datos: { $source }

start-title = Un solo mostrador para todos los servicios
start-lead = { $city } responde aquí por todas sus oficinas. Cada solicitud recibe una promesa. Todos pueden ver cómo se cumplen las promesas.
start-today = Hoy, { $date }
start-as-of = A las { $time }
start-opened = solicitudes llegaron
start-closed = solicitudes se cerraron
start-open = solicitudes están abiertas
start-empty = Todavía no ha llegado ninguna solicitud. La primera aparecerá aquí enseguida.
start-doors = Las puertas
start-scorecard = Cómo se cumplen las promesas
start-scorecard-text = ¿Cumple la ciudad su palabra? Véalo en conjunto, o por oficina, servicio, barrio o canal.
start-open311 = Open311
start-open311-text = Envíe y siga solicitudes desde cualquier aplicación que hable GeoReport v2, en XML y JSON.

score-title = Cómo se cumplen las promesas
score-sentence = Se cumplieron { $kept } de { $judged } promesas: { $share } de las solicitudes que vencían.
score-sentence-none = Ninguna solicitud de este período ha vencido todavía. Por eso no hay promesa que juzgar.
score-period = Solicitudes del { $from } al { $to }, tal como están el { $today }
score-filter = Elija qué ver
score-from = Desde
score-to = Hasta
score-agency = Oficina
score-service = Servicio
score-district = Barrio
score-channel = Canal
score-by = Comparar por
score-all = Todo
score-unknown = No se sabe
score-show = Mostrar
score-requests = Solicitudes
score-kept = Promesas cumplidas
score-kept-range = Con 95 % de confianza, entre { $low } y { $high }
score-completion = La mitad se terminó en
score-completion-p90 = Nueve de cada diez en { $time }
score-reply = La mitad tuvo respuesta en
score-reply-p90 = Nueve de cada diez en { $time }
score-not-yet = Nueve de cada diez: hay demasiadas abiertas para decirlo
score-backlog = Abiertas al final
score-backlog-late = { $count } de este período ya pasaron su plazo
score-reopened = Reabiertas
score-rating = Satisfechos
score-rating-n =
    { $count ->
        [0] Nadie ha opinado todavía
        [one] Según una opinión
       *[other] Según { $count } opiniones
    }
score-trend = A lo largo del tiempo
score-trend-desc = Columnas de las promesas que vencían: la parte llena se cumplió, la rayada no. Las mismas cifras están en la tabla de abajo.
score-trend-kept = cumplidas
score-trend-missed = no cumplidas
score-table = Lo mismo en una tabla
score-week = Solicitudes abiertas desde
score-groups = Comparación
score-name = Nombre
score-late = Con retraso o vencidas
score-median = La mitad en
score-backlog-age = Antigüedad de las solicitudes abiertas
score-age-7 = Hasta 7 días
score-age-30 = De 8 a 30 días
score-age-90 = De 31 a 90 días
score-age-365 = De 91 días a un año
score-age-more = Más de un año
score-nothing = No hay solicitudes en este período.
score-definitions = Qué significan las cifras
score-def-requests-text = Todas las solicitudes que llegaron en el período, por todos los canales. Las de un sistema anterior se cuentan como aquel las registró.
score-def-kept-text = De las solicitudes cuya promesa se puede juzgar, las que se cerraron a tiempo. Una promesa se puede juzgar cuando la solicitud está cerrada, o cuando sigue abierta y ya pasó el día prometido. El tiempo en que esperamos a la persona no cuenta. Las solicitudes que las personas retiraron quedan fuera.
score-def-completion-text = El tiempo desde que se abre hasta que se cierra, según el reloj. Las solicitudes abiertas cuentan por lo que ya han durado, para que las lentas no desaparezcan. (Es el método de Kaplan y Meier.)
score-def-reply-text = El tiempo desde que se abre hasta la primera respuesta escrita por una persona. Los mensajes que el sistema envía por sí solo no cuentan.
score-def-backlog-text = Todas las solicitudes que seguían abiertas al terminar el último día del período, por antiguas que fueran.
score-def-rating-text = Quienes dieron 4 o 5 en una escala de 1 a 5, entre quienes opinaron. Pocas opiniones dicen poco; su número está al lado.
score-download = Llévese las cifras
score-waits = La espera en las oficinas
score-waits-sentence = Se llamó a { $kept } de { $judged } personas dentro del tiempo prometido: { $share }. Con una confianza del 95 % está entre { $low } y { $high }.
score-waits-none = Nadie esperó en una oficina en este período.
score-waits-where = Dónde y para qué
score-waits-promise = prometido en { $time }
score-waits-came = Vinieron
score-waits-in-time = Llamadas a tiempo
score-waits-range = Con una confianza del 95 %
score-waits-low-high = de { $low } a { $high }
score-waits-half = La mitad esperó hasta
score-waits-nine = Nueve de cada diez esperaron hasta
score-waits-gone = Quién no fue atendido y a quién se adelantó otra persona
score-waits-left = Se fueron
score-waits-closed = La oficina cerró antes
score-waits-missed = No estaban al ser llamadas
score-waits-overtaken = Adelantadas
score-waits-by-priority = Por personas con prioridad
score-waits-by-line = Por personas que venían para otra cosa
score-waits-by-other = De otro modo
score-def-waits-in-time-text = Quienes fueron llamados dentro del tiempo prometido para su asunto. A los demás se les llamó más tarde, se fueron después de ese tiempo o estaban allí cuando la oficina cerró. No se juzga a quienes se fueron antes. Un día cuenta cuando ha terminado.
score-def-waits-half-text = El tiempo desde que alguien entra en la cola hasta la primera llamada. Con una reserva empieza a la hora reservada. Quienes se fueron cuentan por el tiempo que esperaron, para que no se pierdan las esperas largas. Nueve de cada diez se dice a partir de diez esperas.
score-def-waits-overtaken-text = Se llamó antes a alguien que llegó después. Algunas personas pasan primero, por ejemplo con un bebé. Una ventanilla puede atender solo algunos asuntos, y allí se llama a quien viene para otra cosa. Otro modo es, por ejemplo, un puesto guardado para un funcionario. Cada persona cuenta una vez.
score-waits-csv = La espera en las oficinas en CSV
score-csv = En CSV
score-json = En JSON

agency = Oficina
service = Servicio
district = Barrio
channel = Canal
channel-web = Web
channel-app = Aplicación
channel-phone = Teléfono
channel-counter = Ventanilla
channel-email = Correo electrónico
channel-text = Mensaje de texto
channel-chat = Chat
channel-social = Red social
channel-letter = Carta
channel-staff = Visto por el personal
channel-api = Otro sistema
channel-house = De un sistema anterior

### How long, how long ago, and how soon

time-minutes = { $count ->
    [one] un minuto
   *[other] { $count } minutos
}
time-hours = { $count ->
    [one] una hora
   *[other] { $count } horas
}
time-days = { $count ->
    [one] un día
   *[other] { $count } días
}

time-now = ahora
ago-minutes = { $count ->
    [one] hace un minuto
   *[other] hace { $count } minutos
}
ago-hours = { $count ->
    [one] hace una hora
   *[other] hace { $count } horas
}
ago-days = { $count ->
    [one] hace un día
   *[other] hace { $count } días
}
ago-months = { $count ->
    [one] hace un mes
   *[other] hace { $count } meses
}
ago-years = { $count ->
    [one] hace un año
   *[other] hace { $count } años
}
in-minutes = { $count ->
    [one] dentro de un minuto
   *[other] dentro de { $count } minutos
}
in-hours = { $count ->
    [one] dentro de una hora
   *[other] dentro de { $count } horas
}
in-days = { $count ->
    [one] dentro de un día
   *[other] dentro de { $count } días
}
in-months = { $count ->
    [one] dentro de un mes
   *[other] dentro de { $count } meses
}
in-years = { $count ->
    [one] dentro de un año
   *[other] dentro de { $count } años
}

### When something goes wrong

problem-title = Esto no funcionó
problem-not-found = No hay nada en esta dirección. Puede estar mal escrita, o lo que había se movió.
problem-busy = Se pide demasiado a la vez. No se cambió nada. Espere un momento e inténtelo de nuevo.
problem-other = La dirección no se entiende tal como está.
problem-not-now = Esto no se puede hacer ahora. Algo puede haber cambiado desde que abrió la página. No se cambió nada. Vuelva atrás y cargue la página otra vez.
problem-form-old = La página estuvo abierta demasiado tiempo, o su navegador no guarda cookies. No se cambió nada. Vuelva atrás, cargue la página de nuevo y envíela otra vez.
problem-too-large = Lo que envió es demasiado grande. No se cambió nada. Envíe menos archivos o archivos más pequeños.
problem-home = Ir al inicio

### Around every page

around-home = Inicio
around-services = Servicios
around-follow = Seguir una solicitud
around-reports = Reportes cercanos
around-scorecard = Cómo cumplimos
around-sections = Páginas principales
around-demo = Demostración
around-feedback = Diga qué le pareció esta página
around-complaints = Presentar una queja
around-accessibility = Accesibilidad
around-about = Acerca de este sitio
around-translations = Traducciones
around-offline = Sin internet
around-error-title = Error: { $title }
style-title = Cómo se ven las páginas
style-lead = Todas las partes de las que se hacen las páginas, en cada uno de sus estados, con su código, en inglés. Lo que dicen los ejemplos es inventado.

### For those who keep it running

start-api = API REST
start-api-text = Todo lo que hacen los funcionarios y los sistemas asociados, con su documento OpenAPI.
start-ops = Para quienes lo mantienen
start-ops-text = Si vive, si está listo, y sus cifras para Prometheus.
