# La vista partida: un caso junto a su lista.
desk-beside-on = Ver los casos junto a la lista
desk-beside-off = Ver solo la lista
desk-pane = El caso
desk-pane-empty = Elija un caso. Se abre aquí.
desk-pane-back = Volver a la lista
desk-pane-opened = {"{reference}"} está abierto.
desk-pane-unkept = Lo que escribió aún no está guardado. Pulse Guardar.
desk-key-beside = Con un caso junto a la lista: bajar y subir
desk-key-back = Del caso, volver a la lista
