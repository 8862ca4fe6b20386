# Corregir el lugar de un caso.
desk-place-now = Ahora está en { $address }.
desk-place-look = Buscar una dirección
desk-place-hint = Miramos dónde están o estaban otros casos.
desk-place-look-button = Buscar
desk-place-found = ¿Qué lugar es?
desk-place-none = Ningún caso estuvo allí. Escriba la dirección abajo.
desk-place-own = Ninguno. Es como está escrito abajo.
