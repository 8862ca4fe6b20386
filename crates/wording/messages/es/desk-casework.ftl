# Merging, parents, corrections, approvals.
your-merged = Seguimos con esto en otra solicitud suya
your-unmerged = Es otra vez una solicitud aparte
your-took-in = Otra solicitud suya sigue aquí
your-gave-back = Su otra solicitud va otra vez aparte
your-split-off = Hicimos una solicitud aparte con lo que usted escribió
your-answers-corrected = Corregimos una respuesta suya
your-place-corrected = Corregimos el lugar
your-service-corrected = Corregimos de qué trata: { $name }
your-offered = Le ofrecemos: { $name }
mail-merged = Seguimos con su solicitud { $reference } en otra
mail-unmerged = Su solicitud { $reference } va otra vez aparte
mail-service-corrected = Corregimos su solicitud { $reference }
standing-merged = Seguimos con esto en { $name }.
