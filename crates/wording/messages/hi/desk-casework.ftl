# Merging, parents, corrections, approvals.
your-merged = हम इसे आपके दूसरे अनुरोध में आगे बढ़ा रहे हैं
your-unmerged = यह फिर से अलग अनुरोध है
your-took-in = आपका दूसरा अनुरोध यहाँ चल रहा है
your-gave-back = आपका दूसरा अनुरोध फिर से अलग है
your-split-off = आपके लिखे से हमने अलग अनुरोध बनाया
your-answers-corrected = हमने आपका एक जवाब सुधारा
your-place-corrected = हमने जगह सुधारी
your-service-corrected = हमने विषय सुधारा: { $name }
your-offered = हम आपको पेशकश करते हैं: { $name }
mail-merged = आपका अनुरोध { $reference } दूसरे में चल रहा है
mail-unmerged = आपका अनुरोध { $reference } फिर से अलग है
mail-service-corrected = हमने आपका अनुरोध { $reference } सुधारा
standing-merged = हम इसे { $name } में आगे बढ़ा रहे हैं।
