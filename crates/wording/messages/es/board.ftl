# Una pantalla en la sala de espera.
board-off-title = Esta pantalla no está configurada
board-off-what = Quien la cuida puede pedir una dirección nueva y abrirla aquí una vez.
board-come = Turno { $ticket }, pase a { $counter }.
board-closed = Esta oficina está cerrada.
board-opens = Esta oficina está cerrada. Abre otra vez: { $time }.
board-nobody-called = En este momento no se llama a nadie.
board-ticket = Turno
board-counter = Pase a
board-before = Llamados antes
board-waits = Cuánto se tarda
board-nobody = nadie espera
board-nobody-waits = Nadie espera.
board-range = de { $from } a { $to } min
board-waiting = { $count ->
    [one] espera { $count } persona
   *[other] esperan { $count } personas
  }
board-updated = Actualizado
board-lost = Sin conexión: escuche su número
board-sound = Activar el sonido
board-emergency = Tuvimos que cerrar. Salga por la salida más cercana.
board-back = { $counter } vuelve a las { $time }
