"""What models say that they cannot, in their languages, and captions that only sound like it."""

import pytest

from tests.stages.captions.rows import captioned
from vlcorpus.filters.captions.model_talk import caption_refuses


@pytest.mark.parametrize(
    "text",
    [
        "I'm happy to help, but I don't see an image of a food label.",
        "There's no image attached to your message.",
        "It looks like your message didn't include an image.",
        "The image you've uploaded is of a game. However, I'm not able to identify the person in it.",
        "Could you share a higher-resolution photo?",
        "Im sorry, I will not do that.",
        "This image appears to contain harmful content",
        "未收到图片内容，无法生成描述。",
        "当前请求未提供图片，无法进行识别。",
        "我这边看不到你发的图片。",
        "Ich kann das Bild leider nicht erkennen.",
        "Es wurde kein Bild hochgeladen.",
        "Je suis désolé, mais je ne peux pas répondre à cette demande.",
        "Je ne vois aucune image.",
        "Lo siento, pero no puedo ayudarte con eso.",
        "Por ahora no puedo analizar imágenes.",
        "Mi dispiace, ma non posso aiutare",
        "Não consigo ver a imagem.",
        "К сожалению, я не вижу изображения.",
        "申し訳ありませんが、画像を読み取れませんでした。",
        "画像を見ることができません",
        "죄송합니다. 이미지를 볼 수 없습니다.",
    ],
)
def test_a_refusal_in_any_of_these_languages(text):
    assert caption_refuses(captioned(text)) == "caption_refuses"


@pytest.mark.parametrize(
    "text",
    [
        "I cannot see the far bank. Two rowers in a red boat pass under a stone bridge.",
        "A dog on a beach. I cannot tell what the sign behind it says.",
        "A soldier who cannot help but weep over a fallen friend.",
        "No image of the back panel was provided, so only the front is read.",
        "A screenshot of a terminal showing: no image found in cache, falling back to download.",
        "看不到图中右下角的小字，其余部分是一张深色仪表盘截图。",
        "未找到图里提到的那一行报错，截图只到日志的第 12 行。",
        "Das Foto zeigt nur die Vorderseite. Keine Nährwerttabelle sichtbar.",
        "Eine Frau, die ich nicht kenne, steht vor einem Haus.",
        "Una mujer que no puede ver la imagen lleva gafas oscuras.",
    ],
)
def test_a_caption_that_sounds_like_one(text):
    assert caption_refuses(captioned(text)) is None
