### Reservar una hora en una oficina: las páginas y lo que se dice por correo

book-title = Pedir cita
book-lead = Elija para qué viene. No necesita una cuenta.
book-home = ¿Quiere venir a una hora fija? No necesita una cuenta.
book-none = Ahora no se pueden pedir citas. Venga cuando la oficina esté abierta.
book-where-title = ¿Adónde quiere venir?
book-first = Primera hora libre: { $when }
book-full = Ahora no hay ninguna hora libre.
book-length = { $minutes ->
        [one] Dura cerca de un minuto.
       *[other] Dura unos { $minutes } minutos.
    }
book-when-title = Elija una hora
book-move-title = Elija otra hora
book-days = Día
book-times = Horas del { $date }
book-time-hold = Reservar { $time }
book-time-move = Cambiar a las { $time }
book-taken = Esta hora ya no está libre. Elija otra.
book-who-title = ¿Quién viene?
book-kept = Le guardamos { $when } hasta las { $until }. Después otros pueden reservarla.
book-name = Nombre
book-name-hint = Se lo preguntamos en la recepción.
book-email-hint = Ahí enviamos la confirmación y los recordatorios.
book-phone-hint = Solo llamamos si la oficina tiene que cerrar.
book-name-missing = Escriba el nombre con el que viene
book-email-enough = Esta dirección ya tiene bastantes citas. Anule una primero.
book-confirm = Reservar esta hora
book-too-late-title = Ya no le guardamos la hora
book-too-late = Pasaron más de diez minutos. No se reservó nada. Elija una hora de nuevo.
booking-title = Su cita
booking-done = Su hora está reservada
booking-cancelled-title = Su cita está anulada
booking-cancelled = La hora vuelve a estar libre. No tiene que hacer nada.
booking-checked-in = Está en la fila. Mire su número en la pantalla.
booking-missed = Su hora pasó y usted no estaba. Puede reservar otra.
booking-reference = Referencia
booking-when = Cuándo
booking-where = Dónde
booking-what = Para qué
booking-name = Nombre
booking-arrive = Diga su referencia o su nombre en la oficina. Puede hacerlo desde las { $from } hasta las { $until }.
booking-keep = Guarde esta página
booking-keep-text = Quien tenga su dirección puede cambiar o anular su cita. Guárdela o anote la referencia.
booking-mailed = Hemos enviado la dirección de esta página a { $email }.
booking-calendar = Ponerla en su calendario
booking-move = Cambiar la hora
booking-cancel = Anular la cita
booking-cancel-title = ¿Anular esta cita?
booking-cancel-text = Su hora en { $office }, { $when }, quedará libre para otros.
booking-cancel-button = Sí, anularla
booking-cancel-back = No, mantener mi hora
booking-again = Reservar otra hora
booking-earlier-title = Venir antes
booking-earlier-text = Si queda libre una hora antes, podemos ofrecérsela por correo. Mantiene la suya hasta que la tome.
booking-earlier-button = Avisarme de horas antes
booking-earlier-on = Le escribimos cuando quede libre una hora antes.
booking-earlier-stop = Dejar de avisar
booking-offer-title = Hay libre una hora antes
booking-offer = Puede venir { $when }. Le guardamos esta hora hasta { $until }.
booking-offer-take = Tomar la hora de antes
booking-offer-refuse = No, mantener la mía
booking-gone = Ya no le guardamos esa hora. La suya sigue igual.
mail-booking-booked = Su hora en { $office }: { $when }
mail-booking-moved = Su nueva hora en { $office }: { $when }
mail-booking-reminder = Le esperamos en { $office }: { $when }
mail-booking-earlier = Hay libre una hora antes en { $office }
mail-booking-cancelled = Su cita { $reference } está anulada
mail-booking-words = Su hora es: { $when }.
mail-booking-where =
    Para qué: { $line }
    Dónde: { $office }, { $address }
    Referencia: { $reference }
mail-booking-change = Para verla, cambiarla o ponerla en su calendario, abra esta página:
mail-booking-cancel = ¿No puede venir? Abra esta página y pulse el botón, para que otros tengan la hora:
mail-booking-earlier-words = Puede venir { $when }. Le guardamos esta hora hasta { $until }.
mail-booking-earlier-take = Para tomarla, abra esta página y pulse el botón:
mail-booking-earlier-own = Si no hace nada, mantiene su hora: { $when }.
mail-booking-cancelled-words = Su hora, { $when }, vuelve a estar libre para otros.
mail-booking-again = Para reservar otra hora, abra esta página:
mail-booking-not-you = Si no reservó nada, alguien dio su dirección por error. No tiene que hacer nada.
