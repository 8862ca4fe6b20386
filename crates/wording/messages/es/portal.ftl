### The portal: finding the way

home-title = ¿Qué necesita?
home-lead = Todos los servicios de { $city } empiezan aquí. No necesita una cuenta.
home-top = Lo que más se pide
home-all = Todos los servicios
home-life = Momentos de la vida
home-follow = ¿Ya hizo una solicitud?
home-follow-text = Vea cómo va su solicitud, escríbanos o retírela.
home-people = Llame, visítenos o escriba
life-lead = Puede que necesite estos servicios.
services-title = Todos los servicios
services-found-title = Lo que encontramos
services-found =
    { $count ->
        [0] No hay nada para «{ $words }». Pruebe con otras palabras o mire todos los servicios.
        [one] Un resultado para «{ $words }».
       *[other] { $count } resultados para «{ $words }».
    }
search-label = Dígalo con sus propias palabras
search-button = Buscar
search-none = No hay resultados
search-some = Use las teclas de flecha para elegir
kind-service = Servicio
kind-article = Ayuda
kind-life = Momento de la vida
back = Volver
back-home = Ir al inicio
back-services = Todos los servicios
pages = Páginas
pages-next = Página siguiente
office-open = Abierto ahora
office-closed = Cerrado ahora
office-open-until = cierre: { $when }
office-opens = próxima apertura: { $when }
office-phone = Teléfono
office-email = Correo electrónico

### The portal: a service

promise-working-days =
    { $count ->
        [one] un día hábil
       *[other] { $count } días hábiles
    }
promise-days =
    { $count ->
        [one] un día
       *[other] { $count } días
    }
promise-working-hours =
    { $count ->
        [one] una hora hábil
       *[other] { $count } horas hábiles
    }
promise-working-minutes =
    { $count ->
        [one] un minuto dentro del horario de atención
       *[other] { $count } minutos dentro del horario de atención
    }
promise-same-day = el mismo día hábil, o 24 horas si está cerrado
service-who = Para quién es
service-need = Qué necesita
service-steps = Los pasos
service-cost = Cuánto cuesta
service-free = Es gratis.
service-promise = Nuestra promesa
service-promise-reply = Una persona le responde como máximo en { $time }.
service-promise-end = Prometemos terminar como máximo en { $time }.
service-no-promise = Todavía no damos un plazo para este servicio.
service-kept =
    { $tenths ->
        [0] Últimamente cumplimos esta promesa menos de una de cada 10 veces.
        [10] Últimamente cumplimos esta promesa todas las veces.
       *[other] Últimamente cumplimos esta promesa { $tenths } de cada 10 veces.
    }
service-took = Últimamente, 9 de cada 10 solicitudes se terminaron como máximo en { $time }.
service-scorecard = Cómo se cumplen las promesas
service-start = Empezar ahora
service-not-here = Esto no se puede pedir por internet. Use una de las otras maneras.
service-other = Otras maneras de pedirlo
service-reports = Ver lo que otras personas reportaron
service-unfinished = Usted empezó una solicitud de este servicio y no la envió.
service-go-on = Seguir con la solicitud
service-reviewed = Revisamos esta página por última vez el { $date }.

### The portal: asking

error-title = Hay un problema
error-word = Error:
form-continue = Continuar
form-optional = { $name } (opcional)
form-add-another = Añadir más
form-take-away = Quitar
form-or = o
form-missing = Responda a esta pregunta: { $name }
form-too-long = Use { $bound } caracteres como máximo: { $name }
form-too-short = Use { $bound } caracteres como mínimo: { $name }
form-not-a-number = Escriba un número, como 12 o 12,5: { $name }
form-not-whole = Escriba un número entero, como 12: { $name }
form-too-small = El mínimo es { $bound }: { $name }
form-too-large = El máximo es { $bound }: { $name }
form-not-a-date = Escriba un día que exista, como 27 3 2026: { $name }
form-not-a-time = Escriba un día y una hora: { $name }
form-not-an-email = Escríbalo como nombre@example.org: { $name }
form-not-a-phone = Escriba un número de teléfono con cifras, como +1 617 555 0134: { $name }
form-not-yes-or-no = Elija sí o no: { $name }
form-not-a-choice = Elija una de las respuestas: { $name }
form-too-many = Dé { $bound } como máximo: { $name }
form-too-few = Dé { $bound } como mínimo: { $name }
form-pattern = Escríbalo como dice la indicación: { $name }
form-twice = Dio esto dos veces: { $name }
form-unknown = Ya no preguntamos esto: { $name }
form-not-text = Aquí hay signos que no podemos leer. Escríbalo otra vez, por favor.
answer-yes = Sí
answer-no = No
date-day = Día
date-month = Mes
date-year = Año
ask-later = Guardar y volver más tarde
ask-where-title = ¿Dónde es?
ask-where-optional = Puede dejarlo en blanco si no tiene lugar.
ask-where-address = Dirección, o la esquina más cercana
ask-where-address-hint = Por ejemplo, 1 City Hall Square, o Main Street y 2nd Street
ask-where-part = Barrio
ask-where-unsure = No lo sé con certeza
ask-where-lat = Grados norte
ask-where-long = Grados este
ask-where-numbers = Conozco la posición en números
ask-where-numbers-hint = Un teléfono o un mapa puede mostrarlos, por ejemplo 42.3601 y -71.0589
ask-where-use = Usar mi posición actual
ask-where-map = Elegir en un mapa
ask-where-denied = No pudimos saber dónde está usted. Escriba la dirección.
ask-where-found = Tenemos su posición.
ask-where-district = Está en { $district }.
ask-where-outside = Este lugar no está en { $city }. Pregunte en la localidad a la que pertenece, o corrija el lugar.
ask-where-no-position = Escriba los dos números en grados, como 42.3601 y -71.0589
ask-where-missing = Escriba una dirección, elija un lugar en el mapa o dé su posición
ask-where-too-long = Use 500 caracteres como máximo para la dirección
ask-similar-title = ¿Es uno de estos?
ask-similar-hint = Otras personas reportaron esto cerca de allí. Si lo suyo es lo mismo, se une a ese reporte y le decimos cómo termina.
ask-similar-mine = El mío es el mismo
ask-similar-different = El mío es distinto
ask-similar-none = Nadie ha reportado esto aquí todavía
ask-similar-none-text = No hay cerca ningún reporte abierto como el suyo. Siga, por favor.
ask-similar-metres =
    { $count ->
        [one] a un metro
       *[other] a unos { $count } metros
    }
ask-details-report = ¿Cuál es el problema?
ask-details-complaint = ¿Qué pasó?
ask-details-compliment = ¿Qué salió bien?
ask-details-other = ¿Qué debemos saber?
ask-details-hint = No escriba nombres, números de teléfono ni nada sobre su salud.
ask-details-missing = Cuéntenos en pocas palabras
ask-details-too-long = Escribió { $count } caracteres. Use { $most } como máximo.
ask-photos-title = ¿Tiene fotos o documentos?
ask-photos-hint = Hasta 5 archivos: JPEG, PNG, WebP, PDF o texto. Borramos de las fotos el lugar donde se tomaron. Puede seguir sin ellas.
ask-contact-title = ¿Cómo podemos comunicarnos con usted?
ask-contact-text = Solo lo usamos para su solicitud. Nadie más lo ve.
ask-contact-name = Su nombre
ask-contact-email = Correo electrónico
ask-contact-phone = Número de teléfono
ask-contact-language = El idioma en que le escribimos
ask-contact-missing = Dé un correo electrónico o un número de teléfono, para que podamos responderle
ask-contact-bad-name = Su nombre es demasiado largo. Use 200 caracteres como máximo.
ask-contact-bad-email = Escriba un correo electrónico, como nombre@example.org
ask-contact-bad-phone = Escriba un número de teléfono con el código del país, como +1 617 555 0134
ask-contact-bad-language = Elija un idioma de la lista
ask-about-title = ¿De quién se trata?
ask-about-hint = La persona de quien se trata nunca se encarga de esto.
ask-about-choose = Elija de la lista
ask-about-city = La ciudad en general, o no lo sé
ask-about-missing = Elija de quién se trata
ask-check-title = Revise lo que escribió
ask-check-where = Lugar:
ask-check-same = Lo mismo que
ask-check-details = Lo que escribió
ask-check-contact = Cómo nos comunicamos con usted
ask-check-about = Se trata de
ask-check-files = Fotos y documentos
ask-check-change = Cambiar
ask-check-nothing = Sin respuesta
ask-check-missing = Una página está vacía todavía. Complétela, por favor.
ask-gone-title = Ya no puede pedir esto aquí
ask-gone-text = El servicio cambió desde que usted empezó. No se envió lo que escribió. Busque el servicio en la lista o llámenos.
ask-elsewhere-title = Esta solicitud no está abierta aquí
ask-elsewhere-text = Se envió, se descartó o se abrió en otro navegador. Si usted la envió, puede seguirla con su referencia y su clave secreta.
ask-check-true = Al enviar esto, usted dice que es cierto hasta donde sabe.
ask-check-send = Enviar
ask-check-send-report = Enviar su reporte
upload-remove = Quitar
upload-too-many = Puede enviar 5 archivos como máximo
done-title = Lo recibimos
done-reference = Su referencia
done-joined = Otras personas reportaron lo mismo. Le diremos cómo termina.
done-next = Qué pasa ahora
done-due = Prometemos terminar a más tardar el { $date }.
done-not-told = No nos dejó un correo electrónico, así que no podemos escribirle. Vuelva aquí para ver cómo va.
done-keep = Guarde estos dos datos
done-keep-text = Con su referencia y su clave secreta puede ver cómo va y escribirnos. No muestre la clave a otras personas.
done-copy = Copiar los dos
done-copied = Copiados
done-follow = Ver cómo va
later-title = Volver más tarde
later-text = Guardamos durante 30 días lo que escribió en este navegador. Para seguir en otro, cree un enlace.
later-email = Enviar el enlace a este correo electrónico (opcional)
later-make = Crear un enlace
later-link = Abra esta dirección para seguir. Quien la tenga puede leer lo que usted escribió.
later-sent = Se la enviamos.
later-discard-title = O bórrelo
later-discard = Borrar lo que escribí
resume-title = Siga con su solicitud
resume-text = Pulse el botón para seguir en este navegador.
offline-title = Sin conexión
offline-lead = Puede escribir una solicitud ahora y enviarla más tarde. Se queda en este dispositivo hasta que la envíe.
offline-script = Esta página necesita scripts para guardar lo que escribe. También puede llamarnos o visitarnos.
offline-save = Guardar en este dispositivo
offline-saved = Está guardado en este dispositivo.
offline-drafts = Guardado en este dispositivo
offline-none = No hay nada guardado.
offline-still = Todavía no tiene conexión.
offline-send = Enviar ahora
offline-change = Cambiar
offline-delete = Borrar
offline-deleted = Lo hemos borrado.
offline-sent = Ya envió esto.
offline-full = Aquí ya se guardan 50. Borre uno primero.

### The portal: following

follow-title = ¿Cómo va su solicitud?
follow-reference = Referencia
follow-reference-hint = Nueve letras y cifras, como K7Q-F2M-XDR
follow-secret = Clave secreta
follow-secret-hint = Dieciséis letras y cifras. Se la mostramos cuando envió la solicitud.
follow-button = Mostrar
follow-held = Con acceso en este navegador
follow-another = Otra solicitud
follow-forget = Cerrar el acceso a todas en este navegador
follow-back = Sus solicitudes
follow-lost = No tengo mi clave secreta
follow-lost-code = Recibir un código por correo electrónico
follow-lost-text = O pregúntenos. Tenga su referencia a mano.
follow-no-reference = Escriba la referencia con sus nueve letras y cifras, como K7Q-F2M-XDR
follow-wrong = Ninguna solicitud tiene esta referencia y esta clave secreta. Revise las dos.
status-open = Abierto
status-waiting = En espera de usted
status-closed = Cerrado
standing-open = En curso
standing-waiting = Le toca a usted
standing-late = Con retraso
standing-done = Cerrado
standing-closed = Cerramos esta solicitud el { $date }: { $name }.
standing-withdrawn = Usted retiró su solicitud el { $date }.
standing-joined = Otras personas reportaron lo mismo. Lo atendemos con la referencia { $name }.
standing-we-ask = Necesitamos una respuesta suya.
standing-overdue = Vamos con retraso. Prometimos terminar a más tardar el { $date }, y lo sentimos.
standing-taken = { $name } se encarga de su solicitud.
standing-queued = Tenemos su solicitud. Todavía nadie trabaja en ella.
promised-by = Prometemos terminar a más tardar el { $date }.
promised-waiting = Nuestro plazo se detiene hasta que usted responda. La fecha prometida era el { $date }.
late-passed-on = { $name } se hizo cargo el { $date }.
late-part = El { $date } pedimos a { $name } hacer una parte, y todavía no ha terminado.
late-reopened = Se abrió de nuevo el { $date }.
late-in-work = Ya le respondimos, y el trabajo tarda más de lo que pensábamos.
late-no-reason = Nadie ha anotado todavía el motivo. Puede preguntar o presentar una queja.
todo-title = Qué tiene que hacer usted
todo-nothing = No tiene que hacer nada.
todo-answer = Responda a nuestra pregunta:
todo-answer-link = Responder ahora
case-title = Solicitud { $reference }
case-standing = Cómo va
case-timeline = Qué ha pasado
case-asked = Lo que usted pidió
case-who = Quién es responsable
case-who-answers = responde por esta oficina
case-acts = Qué puede hacer
case-reached = Cómo nos comunicamos con usted
case-not-reached = No tenemos datos de contacto suyos.
case-public = Lo que todos pueden ver de esto
act-message = Escribirnos o enviar un archivo
act-message-text = Lo lee quien trabaja en su solicitud.
act-message-button = Enviar
act-contact = Cambiar cómo nos comunicamos con usted
act-contact-text = Así cambia cómo nos comunicamos con usted sobre esta solicitud. Deje todo en blanco si no debemos escribirle.
act-contact-button = Guardar
act-withdrawal = Retirar su solicitud
act-withdrawal-text = Entonces dejamos de trabajar en ella.
act-withdrawal-button = Retirar la solicitud
act-reopening = No está terminado: abrir de nuevo
act-reopening-text = Díganos qué sigue mal. Puede hacerlo durante 60 días.
act-reopening-button = Abrir de nuevo
act-rating = Decir cómo le fue
act-rating-text = Su respuesta cuenta en las cifras que todos pueden ver, sin su nombre.
act-rating-button = Enviar
act-complaint = Quejarse de cómo atendimos su solicitud
act-complaint-text = Una queja es una solicitud aparte. Nunca le llega a la persona de quien se trata.
act-complaint-button = Empezar una queja
act-appeal = Pedir que se revise la decisión
act-appeal-text = La revisa otra persona, no la que decidió.
act-appeal-button = Empezar una apelación
act-words = Su mensaje
act-words-missing = Escriba algo o elija un archivo
act-files = Fotos y documentos (opcional)
act-why = ¿Por qué? (opcional)
act-cannot = Esto no se puede usar. { $why }
act-too-late = Esto ya no se puede hacer. Vuelva para ver cómo va ahora su solicitud.
rating-title = ¿Cómo le fue?
rating-words = Con sus palabras (opcional)
rating-missing = Elija una de las cinco respuestas
rating-5 = Muy bien
rating-4 = Bien
rating-3 = Regular
rating-2 = Mal
rating-1 = Muy mal

### The portal: what everybody can see

reports-title = Lo que la gente ha reportado
reports-lead = Reportes sobre calles, parques y otras cosas que son de todos. Nadie ve quién los envió.
reports-status = Estado
reports-map = Mostrar los abiertos en un mapa
reports-feed = Seguir esta lista con una fuente (RSS)
reports-feed-one = Seguir este reporte con una fuente (RSS)
reports-none = Ningún reporte coincide. Elija otros filtros.
reports-due = Prometido para el
reports-joined = Otro reporte responde por este.
reports-picture = Foto
reports-again = Reportar otra cosa
map-label = Mapa
map-north = Norte
map-south = Sur
map-west = Oeste
map-east = Este
map-closer = Acercar
map-further = Alejar
map-failed = No se puede mostrar el mapa. Use la lista o la dirección.

### The portal: what you think, and what we say of ourselves

feedback-title = ¿Qué le parece esta página?
feedback-text = Díganos qué funciona y qué no. Si es sobre una solicitud suya, escríbanos desde la página donde la sigue.
feedback-score = ¿Cómo le fue?
feedback-words = Con sus palabras (opcional)
feedback-words-hint = No escriba aquí nada sobre usted.
feedback-too-long = Use 4000 caracteres como máximo
feedback-button = Enviar
feedback-thanks = Gracias
feedback-thanks-text = Leemos cada palabra.
complaints-title = Quejas y agradecimientos
complaints-lead = Díganos cuándo lo hicimos mal y cuándo lo hicimos bien. Las dos cosas cuentan.
complaints-complaint = Alguien fue grosero, tardó demasiado, se equivocó, pidió dinero o no respondió.
complaints-appeal = No está de acuerdo con una decisión.
complaints-compliment = Alguien lo hizo bien.
complaints-never = Lo que escribe nunca le llega a la persona de quien se trata.
accessibility-title = ¿Pueden todos usar esto?
accessibility-lead = Comprobamos { $met } de los { $all } puntos de la norma WCAG 2.2, y se cumplen.
accessibility-text = Todas las páginas funcionan solo con el teclado, con un lector de pantalla, sin scripts, al doble de tamaño y en un teléfono pequeño. Cada página está en todos los idiomas que puede elegir.
accessibility-tell = ¿Algo no le funciona? Díganoslo y lo arreglamos:
accessibility-table = Todos los puntos, y qué muestra que se cumplen
translations-title = Lo que aún no está traducido
translations-lead = Todos los botones y mensajes están en todos los idiomas. Aquí puede ver si falta algún texto de la ciudad.
translations-table = Cuánto está traducido
translations-messages = Mensajes que faltan
translations-texts = Nombres y textos que faltan
translations-share = Parte traducida
translations-missing = Lo que falta en

### Lo que pasó, contado a la persona

your-opened = Usted nos hizo la solicitud
your-replied = Le respondimos
your-heard = Usted nos escribió
your-wait-started = Le preguntamos algo. Nuestro plazo se detiene hasta que responda
your-wait-ended = Nuestro plazo vuelve a correr
your-transfer-accepted = { $name } se hizo cargo
your-marked-duplicate = Otras personas reportaron lo mismo. Respondemos a todas juntas
your-joined = Otra persona reportó lo mismo
your-contact-changed = Usted cambió cómo nos comunicamos con usted
your-resolved = Cerramos la solicitud
your-reopened = Se volvió a abrir
your-withdrawn = Usted retiró la solicitud
your-promise-missed = No cumplimos el plazo prometido
your-told = Le escribimos
your-feedback-invited = Le preguntamos cómo le fue
your-rated = Usted dijo cómo le fue
your-looked = Alguien consultó su ficha

### Archivos que no se pueden tomar

reports-waiting = A la espera de quien lo pidió
upload-empty = { $name } está vacío. Elíjalo otra vez.
upload-too-large = { $name } pesa más de { $bound } MB. Guárdelo más pequeño.
upload-too-many-pixels = { $name } tiene más de { $bound } millones de puntos. Guárdelo más pequeño.
upload-not-what-it-says = { $name } no es lo que dice su nombre. Guárdelo de nuevo y envíelo así.
upload-not-taken = No aceptamos archivos como { $name }. Envíe una foto, un PDF o texto simple.
upload-not-a-picture = { $name } no es una imagen. Envíe una foto.
upload-heic = No podemos leer { $name }. Compártalo como JPEG o envíe una captura de pantalla.
upload-animated = { $name } se mueve. Envíe una imagen fija.
upload-unknown = No sabemos qué es { $name }. Envíe una foto, un PDF o texto simple.
upload-encoding = No podemos leer el texto de { $name }. Guárdelo en UTF-8 o como PDF.
upload-broken = { $name } está dañado. Guárdelo de nuevo y envíelo así.
upload-encrypted = { $name } tiene contraseña. Guárdelo sin ella.
upload-active = { $name } puede hacer algo por sí mismo. Imprímalo en un PDF nuevo y envíe ese.
upload-unchecked = No podemos revisar todo { $name }. Imprímalo en un PDF nuevo y envíe ese.
