# Una pantalla en la sala de espera.
board-off-title = Esta pantalla no está configurada
board-off-what = Quien la cuida puede pedir una dirección nueva y abrirla aquí una vez.
