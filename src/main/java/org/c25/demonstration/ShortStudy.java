package org.c25.demonstration;

import org.c25.protocol.Design;
import org.c25.protocol.Pacing;
import org.c25.protocol.Protocol;

/**
 * The protocol of the demonstration: as in AffectNetC25, but with few words and without practice, so that whoever tries
 * C25 sees a face at once.
 */
final class ShortStudy {

    /** In a part for each language of the participants' pages. */
    private static final String CONSENT = """
            [en]
            Here you can try C25: the faces are drawn, the other raters invented. Answers stay on the machine where C25 runs.
            [ko]
            이 연구는 C25가 어떻게 작동하는지 보여 줍니다. 얼굴은 모두 그림이고, 다른 참가자는 가상의 인물입니다. 응답은 C25가 실행되는 컴퓨터에만 저장됩니다.
            [ar]
            تعرض هذه الدراسة طريقة عمل C25. الوجوه فيها مرسومة، والمشاركون الآخرون غير حقيقيين. تبقى إجاباتك على الجهاز الذي يعمل عليه C25.
            [de]
            Diese Studie zeigt, wie C25 arbeitet. Die Gesichter sind gezeichnet, die anderen Teilnehmenden erfunden. Ihre Antworten bleiben auf dem Rechner, auf dem C25 läuft.
            [es]
            Este estudio muestra cómo funciona C25. Las caras son dibujos y los demás participantes son inventados. Sus respuestas se quedan en el equipo donde funciona C25.
            [fr]
            Cette étude montre comment C25 fonctionne. Les visages sont dessinés et les autres participants sont inventés. Vos réponses restent sur la machine où C25 fonctionne.
            [ja]
            この調査は C25 の使い方を紹介するものです。顔はすべてイラストで、ほかの参加者は架空の人物です。回答は C25 が動いているコンピューターにだけ保存されます。
            [zh]
            本研究用来展示 C25 如何工作。面孔都是画出来的，其他参与者都是虚构的。您的回答只保存在运行 C25 的计算机上。
            """;

    private ShortStudy() {}

    static Protocol named(String name) {
        Pacing withoutPractice = new Pacing(0, null, null);
        return Protocol.orAsInC25(name, null, CONSENT, null, null, null, Design.USUAL.paced(withoutPractice));
    }
}
