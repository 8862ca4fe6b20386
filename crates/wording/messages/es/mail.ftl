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
