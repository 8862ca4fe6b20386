### Kiosks of an office, and the tickets that they print.

## On paper

ticket-given = Tomado el { $time }
ticket-listen = Esté atento a su número en la pantalla y por voz. Si no oye bien, dígaselo al personal.
ticket-code = Escanee esto para seguir su turno en el teléfono.

## On the screen

kiosk-languages = Elija su idioma
kiosk-start = Tomar un turno
kiosk-for = ¿Qué necesita?
kiosk-for-hint = Toque lo que más se ajuste. Con eso tiene un turno.
kiosk-search = Buscar
kiosk-search-hint = Escriba lo que necesita
kiosk-found-none = Nada se ajusta a esas palabras. Pruebe otras o pregunte en recepción.
kiosk-person = ¿Prefiere hablar con una persona? El personal de recepción le ayudará.
kiosk-tools = Aspecto de esta pantalla
kiosk-larger = Texto más grande
kiosk-contrast = Alto contraste
kiosk-lower = Bajar la pantalla
kiosk-listen = Escuchar
kiosk-again = Empezar de nuevo
kiosk-your-ticket = Su turno
kiosk-code = Código que lleva a su lugar en la fila
kiosk-print-soon = Su turno se está imprimiendo.
kiosk-print-yes = Tome su turno de papel.
kiosk-print-no = El turno no se imprimió. Anote su número.
kiosk-print-none = Anote su número o escanee el código.
kiosk-done = He terminado
kiosk-still = ¿Sigue ahí?
kiosk-more = Necesito más tiempo
kiosk-closed = La oficina está cerrada ahora.
kiosk-closed-until = Abre el { $time }.
kiosk-alone = Ahora no hay conexión. Puede tomar un turno de todos modos.
kiosk-alone-ticket = Anote su número. Sin conexión no se imprime nada. Su lugar cuenta desde ahora.
kiosk-alone-none = Ahora no se pueden dar turnos aquí. Pregunte en recepción.
kiosk-booked = ¿Tiene cita? Escriba o escanee su referencia
kiosk-booked-button = Tengo cita
kiosk-booked-none = No hallamos esta cita para ahora
kiosk-booked-not = Venga cerca de su hora o pregunte en recepción.
kiosk-still-text = { $seconds ->
    [one] Esta página se cierra en un segundo. Después se borra todo.
   *[other] Esta página se cierra en { $seconds } segundos. Después se borra todo.
}
