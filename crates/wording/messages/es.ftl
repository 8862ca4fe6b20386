### Dates

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
weekday-1 = lun
weekday-2 = mar
weekday-3 = mié
weekday-4 = jue
weekday-5 = vie
weekday-6 = sáb
weekday-7 = dom
date = { $weekday } { $day } de { $month } de { $year }
date-time = { $date }, { $time }

### Notices that the house writes to customers

notice-received = Tenemos su solicitud { $reference } sobre { $service }. Prometemos terminar a más tardar el { $due }.
notice-received-no-promise = Tenemos su solicitud { $reference } sobre { $service }.
notice-resolved = Su solicitud { $reference } está cerrada: { $outcome }.
notice-resolved-for-reporter = El problema que usted reportó con { $reference } también lo reportaron otras personas y está cerrado: { $outcome }.
notice-joined = Su reporte { $reference } trata de lo mismo que uno anterior, { $other }. Le diremos cómo termina aquel.
notice-reopened = Su solicitud { $reference } está abierta otra vez. Prometemos terminar a más tardar el { $due }.
notice-reopened-no-promise = Su solicitud { $reference } está abierta otra vez.
notice-passed-on = Su solicitud { $reference } está ahora con { $agency }. La fecha prometida se mantiene.
notice-feedback = ¿Cómo le fue? Díganos del 1 (mal) al 5 (bien), con unas palabras si quiere.
notice-late = Vamos tarde con su solicitud { $reference }. La prometimos para el { $due } y seguimos en ella.

### Timeline sentences, one a kind of event

event-opened = Llegó la solicitud
event-assigned = { $name } tomó el caso
event-unassigned = El caso volvió a su fila
event-noted = Un funcionario escribió una nota
event-replied = Un funcionario respondió
event-heard = La persona escribió
event-wait-started = Se preguntó algo a la persona; el plazo se detiene
event-wait-ended = El plazo corre de nuevo
event-transfer-asked = Se pidió a { $name } hacerse cargo
event-transfer-accepted = { $name } se hizo cargo
event-transfer-returned = El caso fue devuelto
event-task-asked = Se pidió a { $name } hacer una parte
event-task-answered = { $name } respondió sobre su parte
event-marked-duplicate = Una solicitud anterior responde por esta
event-joined = Se unió otro reporte de lo mismo
event-resolved = El caso se cerró
event-reopened = El caso se abrió de nuevo
event-withdrawn = La persona la retiró
event-promise-missed = No se cumplió el plazo prometido
event-told = Se avisó a la persona
event-feedback-invited = Se preguntó a la persona cómo le fue
event-rated = La persona dijo cómo le fue
event-looked = Se consultó el registro
event-token-created = Se creó una clave
event-token-revoked = Se retiró una clave
event-job-replayed = Se repitió un trabajo fallido
