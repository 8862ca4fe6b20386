# Merging, parents, corrections, approvals.
your-merged = Seguimos con esto en otra solicitud suya
your-unmerged = Es otra vez una solicitud aparte
your-took-in = Otra solicitud suya sigue aquí
your-gave-back = Su otra solicitud va otra vez aparte
your-split-off = Hicimos una solicitud aparte con lo que usted escribió
your-answers-corrected = Corregimos una respuesta suya
your-place-corrected = Corregimos el lugar
your-service-corrected = Corregimos de qué trata: { $name }
your-offered = Le ofrecemos: { $name }
mail-merged = Seguimos con su solicitud { $reference } en otra
mail-unmerged = Su solicitud { $reference } va otra vez aparte
mail-service-corrected = Corregimos su solicitud { $reference }
standing-merged = Seguimos con esto en { $name }.
your-extended = Acordamos con usted más tiempo: ahora el { $date }
event-extended = Se acordó más tiempo: { $name }. Ahora vence el { $date }
promised-agreed = Acordamos con usted terminar a más tardar el { $date }. Primero prometimos el { $before }.
desk-agreed = acordado; primero prometimos el { $date }
desk-approvals = Por decidir
desk-approvals-link = { $count ->
    [0] Por decidir
   *[other] Por decidir ({ $count })
}
desk-approvals-none = Nada le espera.
desk-approvals-case = Pedido a la jefatura
desk-approval-asks = { $name } pide: { $what }
desk-approval-outcome = Cerrarlo como «{ $name }»
desk-approval-due = { $name } tiene hasta el { $date } para responder: quedan { $time }.
desk-approval-late = { $name } tenía hasta el { $date } para responder: { $time } de retraso.
desk-approval-asked = Se preguntó a { $name }. Nadie está por encima.
desk-approval-approved = Sí, el { $date }.
desk-approval-refused = No, el { $date }.
desk-approval-message = Lo que leerá la persona:
desk-approval-answer = La respuesta:
desk-approval-yes = Sí, hágalo
desk-approval-no = No
desk-pressing = Llevado ante usted
desk-pressing-since = desde el { $date }
desk-pressing-about-to-break = La promesa está a punto de romperse,
desk-pressing-broken = La promesa no se cumplió,
desk-pressing-reply-about-to-break = La primera respuesta está por vencer,
desk-pressing-reply-broken = La primera respuesta no llegó a tiempo,
desk-pressing-not-answered = Nadie respondió a tiempo,
desk-acts-offer = Lo que puede ofrecer
desk-acts-hand-on = Pasarlo o pedir a otros
desk-acts-right = Corregir
desk-acts-together = Unir o separar casos
desk-act-waking = Volver a trabajar en ello
desk-act-waking-button = Volver a trabajar en ello
desk-act-rest = Dejarlo descansar hasta una fecha
desk-act-rest-button = Dejarlo descansar
desk-act-rest-says = El plazo sigue corriendo. Vuelve ese día o cuando la persona escriba.
desk-act-until = Hasta cuándo
desk-act-offer = Ofrecer
desk-act-offer-button = Ofrecerlo
desk-act-amount = Cuánto ({ $unit })
desk-act-unit-days = días hábiles
desk-act-message = Lo que lee la persona
desk-act-superior-why = ¿Por qué? Lo lee la jefatura, no la persona.
desk-act-ask = Pedir a { $name }
desk-act-answered-by = Si pregunta ahora, { $name } tiene hasta el { $date } para responder.
desk-act-limit-none = No puede decidir esto a solas.
desk-act-limit-alone = Puede decidir esto a solas.
desk-act-limit = A solas puede llegar hasta { $amount }.
desk-act-offered = Ofrecido el { $date }: { $what }
desk-act-then = Y después
desk-act-stays-open = Dejar el caso abierto
desk-act-outcome-approval = Cerrarlo con una segunda persona
desk-act-outcome-approval-button = Pedir
desk-act-answers = Corregir respuestas
desk-act-answers-button = Corregir
desk-act-place = Corregir el lugar
desk-act-place-button = Corregir
desk-act-service = Trata de otra cosa
desk-act-service-button = Corregir
desk-act-service-is = De qué trata
desk-act-merge = Fusionar con otro caso
desk-act-merge-button = Fusionar
desk-act-unmerge = Separarlo otra vez
desk-act-unmerge-button = Que sea otra vez un caso aparte
desk-act-split = Separar mensajes
desk-act-split-button = Crear un caso nuevo
desk-act-parent = Responderlo con un caso principal
desk-act-parent-button = Ponerlo bajo ese caso
desk-act-parent-of = Número del caso principal
desk-act-parent-says = Lo que se diga en el caso principal se dice aquí también, una vez. Termina con él.
desk-act-leaving = Responderlo por separado
desk-act-leaving-button = Responderlo otra vez por separado
desk-act-agencies = Agencias. Cada una recibe su propia tarea.
desk-family = Va con
desk-family-goes-on = Sigue como:
desk-family-parent = Se responde con:
desk-family-merged = Este caso sigue también:
desk-family-split = Separado de él:
desk-family-about = Viene de, o trata de:
desk-family-children = { $count ->
    [one] Un caso se responde con este.
   *[other] { $count } casos se responden con este.
} { $open ->
    [0] Ninguno está abierto.
    [one] Uno está abierto.
   *[other] { $open } están abiertos.
}
desk-family-list = Mostrarlos
desk-to-children = { $count ->
    [one] Un caso más recibe las mismas palabras.
   *[other] { $count } casos más reciben las mismas palabras.
}
desk-transfers = A quién se pidió que lo tome
desk-transfer-asked = fue preguntada, sin respuesta aún
desk-transfer-accepted = lo tomó el { $date }
desk-case-rests = Descansa hasta el { $date }. El plazo corre.
desk-changes = Lo que se corrigió
desk-change-by = { $name }, { $date }
desk-change-place = Lugar
desk-change-service = De qué trata
desk-change-before = antes:
desk-change-after = ahora:
desk-back-to-case = Volver a
desk-merge-says = Uno de los dos sigue y el otro lleva a él. Se avisa a la persona una vez. Puede deshacerlo mientras nada dependa de ello.
desk-merge-other = Número del otro caso
desk-merge-look = Mostrar ambos
desk-merge-unknown = No ve otro caso con este número.
desk-merge-opened = Abierto el { $date }
desk-merge-due = Vence el { $date }
desk-merge-keep = Que ambos sigan como
desk-split-says = Lo que elija pasa a ser un caso aparte. Su plazo cuenta desde que llegó el primer mensaje. Fusione los dos para deshacerlo.
desk-split-none = La persona no escribió otro mensaje.
desk-split-which = ¿Qué mensajes tratan de otra cosa?
desk-split-service = ¿Qué piden?
