### Call-backs: what customers read
visit-call = Pedir que le llamemos
visit-call-title = Le llamamos cuando sea su turno
visit-call-text = Conserva su lugar y no tiene que venir. Usamos el número solo para esta llamada. Se borra al acabar el día.
visit-call-hint = Por ejemplo 617 555 0134 o +1 617 555 0134
visit-call-button = Llámenme
visit-call-enough = Ya llamamos a este número por otros turnos. Dé otro.
visit-call-change = Cambiar el número
visit-call-waiting = Le llamaremos
visit-call-number = Llamamos al número que termina en { $digits }.
visit-call-window = La llamada debería llegar entre las { $from } y las { $until }. Puede llegar antes.
visit-call-late = Le dijimos que la llamada llegaría antes de las { $until }, y vamos tarde. Lo sentimos. Conserva su lugar.
visit-call-unknown = No podemos decir cuándo. Intentamos llamar antes de que la oficina cierre a las { $time }.
visit-call-now = Le estamos llamando
visit-call-here = Está al teléfono con { $counter }
visit-call-missed = No contestó nuestra llamada
visit-call-again = Llamamos otra vez después de las { $time }. Conserva su lugar.
visit-call-parked = { $counter } le llamará otra vez
visit-call-no-show = Llamamos y no contestó
visit-call-no-show-text = Lo intentamos varias veces. Entre otra vez en la fila o venga a la oficina.
visit-passed-phone = { $counter }, por teléfono
mail-call-missed = Le llamamos: { $line }, { $office }
mail-call-missed-words = Pidió a { $office } que le llamara por: { $line }. Llamamos varias veces y nadie contestó, así que su lugar quedó libre.
mail-call-missed-again = Puede entrar otra vez en la fila o venir a { $office } cuando esté abierto.

### Call-backs and written work at a counter

counter-call-back = Por teléfono
counter-call-now = Llame por teléfono
counter-call-dial = Llamar al { $phone }
counter-call-none = El número se ha borrado
counter-phone = Teléfono
counter-on-phone = Al teléfono con usted
counter-answered = Contestó
counter-no-answer = No contesta
counter-no-answer-does = Si no contesta, conserva su lugar y se intenta de nuevo a los 10 minutos, tres veces en total.
counter-tried = { $count ->
    [one] No contestó una vez
   *[other] No contestó { $count } veces
  }
counter-tried-again = se intenta otra vez después de las { $time }
counter-call-number = Número al que llamar
counter-call-optional = Número al que llamar, si espera en otro lugar
counter-call-home = Dejarle ir y llamarle
counter-takes = Lo que atiende
counter-takes-live = Visitas y llamadas
counter-takes-written = Trabajo escrito
counter-takes-both = Ambos, lo que siga
counter-case = Un caso para usted
counter-case-open = Abrir el caso
counter-case-due = Vence
counter-case-undue = No se prometió nada
counter-case-about = Sobre
counter-case-done = Dejarlo
counter-next-case = Deja este caso, que sigue siendo suyo, y toma lo que sigue. También sirve la barra espaciadora.
counter-order = Por qué esto primero
counter-order-age = Esto había esperado más de lo debido.
counter-order-priority = Esto va antes que lo demás: { $why }.
counter-order-share = Esto había gastado el { $ahead } % del tiempo que prometemos; { $other }, el { $behind } %.
counter-order-place = Esto tiene un lugar anterior a { $other }.
counter-order-kept = { $count ->
    [one] El trabajo escrito espera: hay { $count } agente libre para visitas y reservamos { $reserve }.
   *[other] El trabajo escrito espera: hay { $count } agentes libres para visitas y reservamos { $reserve }.
  }
lobby-windows = Llamadas dentro de la hora que dijimos: { $kept } de { $told }
