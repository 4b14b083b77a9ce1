namespace Infra.Cli.Tests.Mutations;

/// <summary>Values, written in YAML's flow style, that something somewhere may trip over.</summary>
internal static class Hostile
{
    public static IReadOnlyList<string> Values { get; } =
    [
        // Kinds that the place doesn't expect.
        "null", "~", "true", "false", "yes", "0", "-1", "3", "1.5", "\"\"", "\" \"", "text", "[]", "{}", "[[]]", "[{}]", "[null]", "{\"\": 1}", "{a: {b: [c]}}",
        // Numbers.
        "1e999", "-1e999", "1e308", "1e-400", "0x10", "0b1", "0o7", "010", "1_000", "+1", ".5", "1.", "-0", ".inf", "-.inf", ".nan", "2147483648", "9223372036854775808",
        "18446744073709551616", "1234567890123456789012345678901234567890", "0.1234567890123456789012345678901234567890", "1.30", "00", "-",
        // Text.
        "\"\\0\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\U0001F600\"", "\"\\x1b[31mred\"", "\"\\u009b2J\"", "\"\\u202ertl\"", "\"\\u0627\\u0644\"", "\"e\\u0301\\u0301\\u0301\"",
        "\"\\u2028\"", "\"\\uFEFF\"", "\"\\uFFFE\"", "\"a\\nb\"", "\"a\\tb\"", "\"a\\r\\nb\"", "'it''s'", "\"'\"", "\"\\\"\"", "\"\\\\\"", "\"${a}\"", "\"{{a}}\"", "\"%s%n\"", "\"   at System\"",
        $"\"{new string('a', 5_000)}\"", $"\"{new string('é', 300)}\"", "\"😀\"",
        // What domain values are made of.
        "s3://", "s3://a", "s3://models/../x", "\"s3://models/\\u0000\"", "https://", "https://user:pw@host/x", "\"https://[::1\"", "1Gi", "-1Gi", "1e3Gi", "99999999999999999999Ei", "0.0000001Ki", "500m", "1e9",
        "us-west-2a", "\"123456789012\"", "t4", "cpu", "models", "default", "kube-system", "a/b/c", "/", "nvidia.com/gpu",
        // YAML's own.
        "{secure: AAABciphertext}", "{secure: 3}", "[{secure: AAABciphertext}]", "*nowhere", "&a [1, *a]", "[&a {x: 1}, *a, *a]", "{<<: {name: x}}", "{<<: 3}", "!!binary aGk=", "!!int x", "!!str 3",
        "!!float 1", "!!null x", "!custom x", "! x", "2026-03-01", "2026-03-01T00:00:00Z", "{a: 1, a: 2}", "{? [a]: 1}", "[a", "{a", "\"a", "'a", "|", ">-", "@a", "`a", "%a", "a: b", "- a", "#",
        // Depth.
        Nested(40), Nested(70), Nested(150), Nested(250), Nested(10_000), string.Concat(Enumerable.Repeat("{a: ", 300)) + "1" + new string('}', 300),
        // A billion laughs.
        $"[{string.Join(", ", Enumerable.Range(1, 12).Select(i => $"&l{i} [{string.Join(", ", Enumerable.Repeat(i == 1 ? "lol" : $"*l{i - 1}", 10))}]"))}]",
    ];

    /// <summary>Pieces of text for any place in a file.</summary>
    public static IReadOnlyList<string> Pieces { get; } =
    [
        "\t", "\r", "\n", "\r\n", "\u0085", "\u2028", "\uFEFF", "\0", "\u001b[2J", "\u007f", "\u009b", "\u202e", "\u00a0", "é", "😀", "e\u0301", "---\n", "...\n", "\n---\n", "\n...\n", "%YAML 1.2\n---\n", "%TAG ! a\n",
        ":", ": ", " ", "  ", "- ", "? ", "[", "]", "{", "}", ",", "&a ", "*a", "<<: *a\n", "'", "\"", "\\", "|", ">", "#", " #", "!", "!!int ", "!<", "@", "`", "~", "=",
        "\n  gpu-inference:cluster: {}\n", "\n  gpu-inference:pool: []\n", "\n  gpu-infrence:pools: []\n", "\n  a:b:c: 1\n", "\n  pulumi:disable-default-providers: 3\n", "\nsecretsprovider: x\n", "\nconfg: 1\n",
        "\nenvironment: [a]\n", "\nconfig: {}\n", "\n  : 1\n", "\n  x\n",
    ];

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
