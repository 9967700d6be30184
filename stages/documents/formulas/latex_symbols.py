"""Characters of a formula's text layer as LaTeX commands of math mode."""

SYMBOLS: dict[str, str] = dict(
    pair.split(" ", 1)
    for pair in r"""
α \alpha|β \beta|γ \gamma|δ \delta|ϵ \epsilon|ε \varepsilon|ζ \zeta|η \eta|θ \theta|ϑ \vartheta|ι \iota
κ \kappa|λ \lambda|μ \mu|µ \mu|ν \nu|ξ \xi|π \pi|ϖ \varpi|ρ \rho|ϱ \varrho|σ \sigma|ς \varsigma|τ \tau
υ \upsilon|ϕ \phi|φ \varphi|χ \chi|ψ \psi|ω \omega|Γ \Gamma|Δ \Delta|∆ \Delta|Θ \Theta|Λ \Lambda|Ξ \Xi|Π \Pi
Σ \Sigma|Υ \Upsilon|Φ \Phi|Ψ \Psi|Ω \Omega|Ω \Omega|ℓ \ell|ℏ \hbar|ℜ \Re|ℑ \Im|ℵ \aleph|℘ \wp|ı \imath
ȷ \jmath|∂ \partial|∇ \nabla|∞ \infty|∅ \emptyset|∀ \forall|∃ \exists|¬ \neg|⊤ \top|⊥ \perp|∠ \angle
△ \triangle|′ \prime|″ \prime\prime|° ^{\circ}|± \pm|∓ \mp|× \times|÷ \div|· \cdot|⋅ \cdot|∗ *|⋆ \star
∘ \circ|◦ \circ|• \bullet|⊕ \oplus|⊖ \ominus|⊗ \otimes|⊙ \odot|∪ \cup|∩ \cap|⊎ \uplus|⊔ \sqcup|⊓ \sqcap
∨ \vee|∧ \wedge|∖ \setminus|≀ \wr|† \dagger|‡ \ddagger|− -|‐ -|– -|≤ \leq|⩽ \leq|≥ \geq|⩾ \geq|≪ \ll|≫ \gg
≠ \neq|≡ \equiv|∼ \sim|≃ \simeq|≈ \approx|≅ \cong|∝ \propto|≺ \prec|≻ \succ|⊂ \subset|⊃ \supset|⊆ \subseteq
⊇ \supseteq|∈ \in|∋ \ni|∉ \notin|⊢ \vdash|⊣ \dashv|⊨ \models|≜ \triangleq|≐ \doteq|≲ \lesssim|≳ \gtrsim
⌊ \lfloor|⌋ \rfloor|⌈ \lceil|⌉ \rceil|⟨ \langle|⟩ \rangle|〈 \langle|〉 \rangle|← \leftarrow|→ \rightarrow
↔ \leftrightarrow|⇐ \Leftarrow|⇒ \Rightarrow|⇔ \Leftrightarrow|↦ \mapsto|⟶ \longrightarrow|⟹ \Longrightarrow
⟺ \Longleftrightarrow|↑ \uparrow|↓ \downarrow|↪ \hookrightarrow|⇀ \rightharpoonup|⇌ \rightleftharpoons
… \ldots|⋯ \cdots|⋮ \vdots|⋱ \ddots|∑ \sum|∏ \prod|∐ \coprod|∫ \int|∬ \iint|∭ \iiint|∮ \oint|⋃ \bigcup
⋂ \bigcap|⨁ \bigoplus|⨂ \bigotimes|⋁ \bigvee|⋀ \bigwedge|⊄ \not\subset|⊈ \not\subseteq|≢ \not\equiv
≁ \not\sim|∄ \nexists|⟵ \longleftarrow|⟷ \longleftrightarrow|⟸ \Longleftarrow|⨄ \biguplus|⨆ \bigsqcup
⪯ \preceq|⪰ \succeq|⊊ \subsetneq|⟼ \longmapsto|{ \{|} \}|% \%|$ \$|# \#|& \&|_ \_|□ \square|■ \blacksquare
∎ \blacksquare|⨀ \bigodot
""".replace("\n", "|")
    .strip("|")
    .split("|")
    if pair
)
SYMBOLS |= {"∣": "|", "∥": r"\|", "‖": r"\|"}  # not among the pairs above, which "|" parts
SYMBOLS |= {"∶": ":", "∕": "/", "⟂": r"\perp", "⧵": r"\setminus", "\u2329": r"\langle", "\u232a": r"\rangle"}
# Other characters for the same signs, to which some fonts map them.
SYMBOLS |= {"ħ": r"\hbar", "\u2126": r"\Omega", "\u2206": r"\Delta", "\u00b5": r"\mu"}

SIGNS_OF_SCRIPTS = frozenset("′″‴")  # raised by themselves
BIG_OPERATORS = frozenset("∑∏∐⋃⋂⨀⨁⨂⨄⨆⋁⋀")  # their limits stand above and below
INTEGRALS = frozenset("∫∬∭∮")  # their limits are scripts
LIMIT_WORDS = frozenset({"lim", "max", "min", "sup", "inf", "argmax", "argmin", "limsup", "liminf"})
_NAMES = """sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan
log ln lg exp det dim ker deg gcd hom arg Pr"""
FUNCTIONS = LIMIT_WORDS - {"argmax", "argmin"} | frozenset(_NAMES.split())
FENCES = frozenset("()[]{}|‖∥∣⌊⌋⌈⌉⟨⟩/\\")
ACCENTS = {
    "˙": r"\dot",
    "¨": r"\ddot",
    "ˆ": r"\hat",
    "^": r"\hat",
    "˜": r"\tilde",
    "~": r"\tilde",
    "¯": r"\bar",
    "ˉ": r"\bar",
    "´": r"\acute",
    "`": r"\grave",
    "ˇ": r"\check",
    "˘": r"\breve",
    "⃗": r"\vec",
}
SIGNS_OF_RELATIONS = frozenset("=<>≤⩽≥⩾≪≫≠≡≢∼≁≃≈≅∝≺≻⪯⪰⊂⊄⊃⊆⊈⊊⊇∈∋∉⊢⊣⊨≜≐≲≳←→↔⇐⇒⇔↦⟶⟹⟺⟵⟷⟸⟼↪⇀⇌")
RELATIONS = frozenset(SYMBOLS.get(char, char) for char in SIGNS_OF_RELATIONS | {":"})
OPERATIONS = frozenset(SYMBOLS.get(char, char) for char in "+-±∓×÷·⋅∪∩⊎⊔⊓∨∧∖⊕⊖⊗⊙,;/")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=<>()[]|!?.,:;'")


def symbol(char: str) -> str | None:
    """Return the command of a character, itself where it needs none, None where it has none."""
    if char in _PLAIN:
        return char
    return SYMBOLS.get(char)
