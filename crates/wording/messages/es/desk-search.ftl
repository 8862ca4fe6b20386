# Searching at the desk.
find-anything = Buscar un caso
find-search = Buscar
find-title = Buscar casos
find-words = ¿Qué sabe del caso?
find-hint = Referencia, nombre, teléfono, correo, calle o cualquier palabra. Basta el final de un número de teléfono.
find-filters = Ver solo algunos casos
find-any = Todos
find-status = Estado
find-status-open = Abierto
find-status-waiting = Espera al cliente
find-status-closed = Cerrado
find-service = Servicio
find-agency = Organismo
find-district = Distrito
find-channel = Cómo llegó
find-from = Abierto desde
find-to = Abierto hasta
find-count = { $count ->
    [0] Ningún caso encontrado
    [one] Un caso encontrado
   *[other] { $count } casos encontrados
}
find-newest = Los { $count } casos más nuevos
find-next = Casos más antiguos
find-instead = Ningún caso contiene «{ $typed }». Estos contienen { $meant }.
find-meant = ¿Busca uno de estos?
find-none = Nada coincide con lo que escribió.
find-none-words = Pruebe con menos palabras. Cada palabra debe estar en el caso.
find-none-spelling = Revise cómo está escrito, o escriba solo el comienzo de una palabra.
find-none-filters = Mire todos los casos, sin las opciones de arriba.
find-opened = Abierto { $when }
find-due = Vence { $when }
find-late = Con retraso: vencía { $when }
find-in-description = Contó:
find-in-address = Lugar:
find-in-answer = Respuesta:
find-in-name = Cliente:
find-in-reached = Contacto:
find-in-written = Escrito:
find-offers = Encontrados: { "{n}" }
find-offers-none = Nada encontrado
find-go = Ir a
find-go-hint = Escriba adónde ir o qué buscar
find-go-close = Cerrar
find-go-open = El caso abierto
find-go-recent = Casos que abrió
find-go-none = Todavía no ha abierto ningún caso.
find-go-pages = Páginas
