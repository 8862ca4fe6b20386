# The desk: signing in, and what is around every page of it.
desk-sign-in = Iniciar sesión
desk-sign-in-demo = Elija quién quiere ser. Esto es una demostración.
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
