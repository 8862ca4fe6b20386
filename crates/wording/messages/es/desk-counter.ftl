# Una ventanilla: quién está, qué se puede hacer y quién espera.
counter-title = Ventanilla
counter-choose = Elija su ventanilla
counter-choose-text = Se llama a quien sigue al lugar donde usted está.
counter-none = Usted no recibe visitas en ninguna oficina.
counter-sit = Sentarse aquí
counter-taken = Aquí está { $name }
counter-leave = Dejar la ventanilla
counter-nobody = No hay nadie en su ventanilla
counter-next = Siguiente
counter-next-calls = Llama a quien sigue. También sirve la barra espaciadora.
counter-next-ends = Termina esta visita y llama a quien sigue. También sirve la barra espaciadora.
counter-here = En su ventanilla
counter-for = Viene por
counter-waited = Esperó
counter-speaks = Habla
counter-first = Pasa antes porque
counter-like-everybody = Espera como todos
counter-undo = Deshacer
counter-begin = Ya está aquí
counter-again = Llamar otra vez
counter-no-show = No vino
counter-park = Dejar a un lado
counter-back = Volver a la fila
counter-pass-on = Pasar a otro
counter-pass-to = A quién
counter-to-line = Quien atienda
counter-to-counter = Una ventanilla
counter-to-officer = Un colega
counter-also = Algo más
counter-also-button = Añadir
counter-finish = Terminar
counter-outcome = Resultado
counter-outcome-none = Se hizo
counter-line = En la fila
counter-line-none = Nadie espera.
counter-waiting = Esperan
counter-longest = Espera más larga
counter-late = más de lo prometido
counter-soon = pronto demasiado
counter-parked = Usted dejó a un lado
counter-call = Llamar
counter-change = Cambiar
counter-let-in = Dar un turno
counter-given = El turno { $ticket } está en la fila.
counter-why-health = No puede esperar mucho
counter-why-disability = Una discapacidad
counter-why-infant = Con un bebé, o lo espera
counter-why-our-mistake = Nos equivocamos
counter-why-danger = Alguien está en peligro
counter-called = { $count ->
    [one] Llamado una vez
   *[other] Llamado { $count } veces
  }
counter-more = { $count ->
    [one] Espera { $count } más.
   *[other] Esperan { $count } más.
  }
