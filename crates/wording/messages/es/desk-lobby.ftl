# La sala de espera, como la ve quien la dirige.
lobby-title = Sala de espera
lobby-of = Sala de espera: { $office }
lobby-none = No dirige ninguna sala de espera. Pregunte a su supervisor.
lobby-offices = Oficinas
lobby-as-of = A las { $time }
lobby-live = Actualizar sola
lobby-still = Dejar de actualizar
lobby-not-sure = Marque que todos deben salir. No se ha cambiado nada.
desk-not-done = No se ha hecho
desk-titled = { $first }: { $title }
desk-room-lost = Sin conexión. Lo que ve aquí puede estar desactualizado.
lobby-figures = Cómo va
lobby-fine = Como debe ser
lobby-near = Casi incumplido
lobby-missed = Incumplido
lobby-unknown = Aún no se sabe
lobby-waiting = Esperan ahora
lobby-over-target = Objetivo: nadie
lobby-longest = Espera más larga
lobby-at-most = Objetivo: como máximo { $what }
lobby-at-least = Objetivo: al menos { $what }
lobby-in-time = Llamados a tiempo hoy
lobby-gone = Se fueron o no acudieron
lobby-ahead = Esperarán demasiado, próximos 30 minutos
lobby-cannot-say = Ahora no podemos decirlo
lobby-counters = Ventanillas
lobby-what-if = Con { $counter } también abierta, esperas demasiado largas: { $half } en 30 minutos, { $hour } en 60 minutos.
lobby-what-if-same = Abrir también { $counter } no ayudaría en la próxima hora.
lobby-too-long = Demasiado
lobby-takes-in = Turnos nuevos
lobby-closed = Cerrado por hoy
lobby-close = Cerrar
lobby-open = Abrir
lobby-no-counter = Nadie está en una ventanilla.
lobby-with = Con
lobby-since = Desde hace
lobby-free = Liberar esta ventanilla
lobby-day = Hoy, hora por hora
lobby-day-none = Hoy no ha venido nadie.
lobby-hour = Desde
lobby-expected = Previstos
lobby-came = Vinieron
lobby-counters-needed = Ventanillas necesarias
lobby-counters-called = Ventanillas que llamaron
lobby-tell = Avisar a todos los que esperan
lobby-tell-what = Qué se les dice, en su idioma
lobby-tell-minutes = Durante cuántos minutos
lobby-tell-button = Avisar
lobby-told = Se avisa a todos hasta las { $time }: { $said }
lobby-unannounce = Dejar de avisar
lobby-tell-delay = Hoy tardamos más de lo normal. Lo sentimos.
lobby-tell-systems-down = Nuestros ordenadores no funcionan. Su lugar se guarda.
lobby-tell-few-counters = Hoy hay menos ventanillas abiertas. Sentimos la espera.
lobby-tell-closing-early = Hoy cerramos antes. Llamaremos a tantos como podamos.
lobby-emergency = Cerrar la oficina ahora
lobby-emergency-text = Todas las visitas terminan, nadie puede entrar y las pantallas piden salir. A quien tenía hora para hoy se le avisa por correo.
lobby-emergency-sure = Sí, todos deben salir
lobby-emergency-since = La oficina está cerrada desde las { $time }.
lobby-open-again = Volver a recibir
counter-rest = Hacer una pausa
counter-rest-minutes = Durante cuántos minutos
counter-rest-button = Empezar la pausa
counter-return = He vuelto
lobby-over = { $count ->
    [one] { $count } más de lo prometido
   *[other] { $count } más de lo prometido
  }
lobby-called = { $count ->
    [one] de { $count } llamada
   *[other] de { $count } llamadas
  }
lobby-gone-more = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
  }
lobby-ahead-hour = { $count ->
    [one] { $count } en los próximos 60 minutos
   *[other] { $count } en los próximos 60 minutos
  }
lobby-resting = { $count ->
    [one] { $count } en pausa o ausente
   *[other] { $count } en pausa o ausentes
  }
lobby-needed = { $count ->
    [one] Necesarias ahora: { $count }
   *[other] Necesarias ahora: { $count }
  }
lobby-tell-most = { $count ->
    [one] { $count } minuto como máximo
   *[other] { $count } minutos como máximo
  }
lobby-ticket = { $count ->
    [one] minuto: turno { $ticket }
   *[other] minutos: turno { $ticket }
  }
lobby-printers = Impresoras de los quioscos
lobby-printer = Quiosco { $number }
lobby-printer-fine = Imprime.
lobby-printer-gone = No imprime desde { $time }.
lobby-printer-last = Último turno: { $time }
lobby-printer-never = Aún no ha impreso ningún turno.
lobby-printer-mend = Mire el papel, la corriente y el cable. Mientras tanto, los turnos quedan en la pantalla. Si no basta, avise a quien cuida la instalación.
