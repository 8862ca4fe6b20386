### Mail

mail-received = Tenemos su solicitud { $reference }
mail-resolved = Su solicitud { $reference } está cerrada
mail-resolved-for-reporter = Lo que usted reportó con { $reference } está cerrado
mail-joined = Su reporte { $reference } trata de lo mismo que otro
mail-reopened = Su solicitud { $reference } está abierta otra vez
mail-passed-on = Su solicitud { $reference } está ahora con otra oficina
mail-late = Vamos con retraso en su solicitud { $reference }
mail-feedback = ¿Cómo le fue con su solicitud { $reference }?
mail-follow = Para ver cómo va su solicitud, use la referencia { $reference } y la clave secreta que le mostramos cuando la envió.
mail-follow-at = Para ver cómo va su solicitud, abra { $site } y escriba la referencia { $reference } y la clave secreta que le mostramos cuando la envió.
mail-not-you = Si usted no envió ninguna solicitud, alguien dio su dirección por error. No tiene que hacer nada.
mail-code = Su código para { $city }
mail-code-words =
    { $count ->
        [one] Su código es { $code }. Sirve durante un minuto y una sola vez.
       *[other] Su código es { $code }. Sirve durante { $count } minutos y una sola vez.
    }
mail-code-beware = Si usted no pidió un código, no tiene que hacer nada. Nunca le pedimos que se lo diga a nadie.
mail-foot = { $city } envía este mensaje de forma automática; nadie lee las respuestas. Ayuda: { $contact }
mail-answered = Hay una respuesta a su solicitud { $reference }
mail-asked = Tenemos una pregunta sobre su solicitud { $reference }
mail-lost = Si ya no tiene la clave secreta, allí puede recibir un código por correo electrónico.
mail-prove = ¿Quiere un mensaje en cada paso? Muestre que esta dirección es suya. Pida un código aquí:
mail-resume = Siga con su solicitud a { $city }
mail-resume-words = Usted guardó una solicitud sobre { $service }. Para seguir, abra esta dirección:
mail-resume-until = Sirve hasta el { $date }. Quien la tenga puede leer lo que usted escribió.
mail-resume-not-you = Si usted no guardó nada, alguien dio su dirección por error. No tiene que hacer nada.
mail-report-ask = ¿Quiere saber del reporte { $reference }?
mail-report-ask-words = Alguien nos pidió enviar a esta dirección las novedades del reporte { $reference } sobre { $service }. Si fue usted, abra esta página y pulse el botón:
mail-report-ask-not-you = Si no fue usted, no haga nada. Así no le enviamos nada más.
mail-report-news = Novedades del reporte { $reference }
mail-report-news-words = Hay novedades del reporte { $reference } sobre { $service }:
mail-report-more = Vea el reporte aquí:
mail-report-stop = Usted nos pidió estas novedades. Para no recibirlas más, abra esta página y pulse el botón:
notice-answered = Hay una respuesta a su solicitud { $reference }. Para protegerla, no va en este mensaje.
notice-asked = Necesitamos saber algo para su solicitud { $reference }. El trabajo espera hasta que usted responda. Para protegerla, la pregunta no va en este mensaje.
