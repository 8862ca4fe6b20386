# The desk: signing in, and what is around every page of it.
desk-sign-in = Iniciar sesión
desk-sign-in-demo = Elija quién quiere ser. Esto es una demostración.
desk-sign-in-others = Otras personas que trabajan aquí
desk-sign-out = Cerrar sesión
desk-sections = Adónde ir
desk-inbox = Bandeja de entrada
desk-signed-in = Sesión de { $name }
role-clerk = Atención al público
role-specialist = Especialista
role-supervisor = Responsable de equipo
role-analyst = Analista
role-administrator = Administración
role-contact-centre = Centro de contacto
desk-code = Su código de agente
desk-password-word = Contraseña
desk-sign-in-wrong = El código o la contraseña no es correcto. Inténtelo otra vez.
desk-sign-in-help = ¿No tiene contraseña o la ha perdido? Pida una nueva a quienes llevan este puesto.
desk-sign-in-as = Seguir como { $name }
desk-sign-in-unknown = Ha entrado, pero ningún agente de aquí tiene su nombre. Pregunte a quienes llevan este puesto.
desk-slow-seconds = Demasiados intentos. Espere { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
  } e inténtelo otra vez.
desk-slow-minutes = Demasiados intentos. Espere { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
  } e inténtelo otra vez.
desk-password = Cambiar su contraseña
desk-password-lead = Se cerrará su sesión en todos los demás navegadores.
desk-password-current = Su contraseña actual
desk-password-new = Contraseña nueva
desk-password-again = Contraseña nueva otra vez
desk-password-hint = Use { $count } caracteres o más. Unas cuantas palabras seguidas sirven bien.
desk-password-change = Cambiar contraseña
desk-password-short = La contraseña nueva es demasiado corta. Use { $count } caracteres o más.
desk-password-long = La contraseña nueva es demasiado larga. Use { $count } caracteres como máximo.
desk-password-name = La contraseña nueva es su propio nombre. Use otras palabras.
desk-password-no-text = La contraseña nueva contiene signos que nadie puede teclear. Quítelos.
desk-password-differs = No coincide con la contraseña nueva. Escríbala otra vez.
desk-password-same = Es la contraseña que ya tiene. Elija otra.
desk-password-wrong = Esta no es su contraseña. Inténtelo otra vez.
desk-sessions = Dónde tiene la sesión abierta
desk-session-browser = Navegador
desk-session-since = Desde
desk-session-seen = Último uso
desk-session-here = Este
desk-session-end = Cerrar
desk-sessions-end-others = Cerrar todas las demás
desk-sessions-colleagues = Colegas con la sesión abierta
desk-colleague = Colega
desk-sessions-count = { $count ->
    [one] { $count } navegador
   *[other] { $count } navegadores
  }
desk-browser-unknown = Navegador desconocido
desk-status-serving = Atendiendo
desk-status-available = Libre
desk-status-break = En pausa
desk-status-away = Ausente
desk-shift-none = Sin turno
desk-break-until = Pausa hasta las { $time }
desk-break-over = La pausa terminó a las { $time }
desk-shift = Su turno
desk-shift-status = ¿Cómo está ahora?
desk-shift-minutes = ¿Cuánto dura su pausa?
desk-shift-channels = ¿Cómo atiende?
desk-shift-languages = ¿En qué idiomas?
desk-shift-begin = Empezar el turno
desk-shift-change = Guardar
desk-shift-end = Terminar el turno
desk-shift-no-status = Elija cómo está ahora.
desk-shift-no-minutes = Elija cuánto dura su pausa.
desk-shift-no-channels = Elija al menos una forma de atender.
desk-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
  }
desk-notes-left = Lo que dejó su equipo
desk-note-left = { $name }, { $time }
desk-shift-note = Nota para quien venga después
desk-shift-note-hint = Su equipo la ve al empezar. Los clientes, nunca.
desk-note-wrong = La nota es demasiado larga o contiene signos que nadie puede teclear.
desk-hand-over = Entregue sus casos abiertos
desk-hand-nothing = No tiene ningún caso abierto.
desk-hand-to = ¿A dónde va?
desk-hand-keep = Me lo quedo
desk-hand-queue = De vuelta a la cola
desk-hand-words = Nota para su equipo
desk-hand-not-to = Este colega no puede trabajar en este caso. Elija a otra persona.
event-signed-in = Un agente inició sesión
event-sign-in-failed = Un inicio de sesión falló
event-signed-out = Se cerró la sesión de un agente
event-password-set = Un agente tiene una contraseña nueva
event-shift-begun = Empezó un turno
event-shift-ended = Terminó un turno
event-visited = Pasó algo con una visita
event-counter-changed = Se abrió o se dejó una ventanilla
event-lobby-changed = Un supervisor cambió algo para todos los que esperan
event-booked = Se reservó o cambió una hora en una oficina
event-device-changed = Se instaló o apagó una pantalla o un quiosco
event-presence-changed = Un agente dijo si está presente
