package org.leeswijzer.api.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeanTest {

    @Test
    void commentsAndSpacesThatOnlyPeopleNeedGo() {
        assertThat(
                        Lean.of(
                                "/* Why. */\n(() => {\n  const a = b + c;\n\n  return a ?? (d, e);\n})();\n"))
                .isEqualTo("(()=>{const a=b+c;return a??(d,e);})();\n");
    }

    @Test
    void wordsStayApartAndLinesThatMayEndAStatement() {
        assertThat(Lean.of("  async  f() { return new X }\n  g() {}\n"))
                .isEqualTo("async  f(){return new X}\ng(){}\n");
    }

    @Test
    void textsAndTemplatesStayAsTheyAre() {
        String text = "f('a = b, c',\"{ x }\",`/* ${ y } */ : z`);\n";
        assertThat(Lean.of(text)).isEqualTo(text);
    }

    @Test
    void stylesLoseWhatTheyDoNotNeed() {
        assertThat(
                        Lean.of(
                                "const CSS = `\nli { margin: 0 .5rem; width: calc(2 * 1lh) }\nli:hover a::after, b { content: \" ✓\" }\n`;\n"))
                .isEqualTo(
                        "const CSS=`li{margin:0 .5rem;width:calc(2 * 1lh)}li:hover a::after,b{content:\" ✓\"}`;\n");
    }
}
