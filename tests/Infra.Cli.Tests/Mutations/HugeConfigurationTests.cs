using Infra.Cli.Tests.EndToEnd;

namespace Infra.Cli.Tests.Mutations;

/// <summary>Ten megabytes of anything, and little that stands for much: an answer in seconds, and one that a person can read.</summary>
public sealed class HugeConfigurationTests : IDisposable
{
    private const int Size = 10_000_000;

    // Of what is many values and not only many characters.
    private const int Smaller = 1_000_000;
    private const string Cluster = "  gpu-inference:cluster: {kubeconfig: {context: kind}}\n";

    private static readonly string[] _good = ["a comment", "empty lines", "merges", "keys of a map"];

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    // Made when they are asked for: a runner keeps what it shows.
    private static readonly Dictionary<string, Func<string>> _files = new()
    {
        ["a scalar"] = () => $"{Cluster}  gpu-inference:namespace: {Repeated("a")}\n",
        ["a quoted scalar"] = () => $"{Cluster}  gpu-inference:namespace: \"{Repeated("é\\n")}\"\n",
        ["a block scalar"] = () => $"{Cluster}  gpu-inference:namespace: |\n{Repeated("    a line of text\n")}",
        ["a number"] = () => $"{Cluster}  gpu-inference:pools: [{{name: a, existingNodes: {{gpusPerNode: {Repeated("9")}}}}}]\n",
        ["a list"] = () => $"{Cluster}  gpu-inference:pools: [{Repeated("an entry that is no pool at all, ")}1]\n",
        ["a list of lists"] = () => $"{Cluster}  gpu-inference:pools:\n{Repeated("    - [a]\n", Smaller)}",
        ["a list of pools"] = () => $"{Cluster}  gpu-inference:pools:\n{Repeated("    - {name: cpu, existingNodes: {}}\n", Smaller)}",
        ["a key"] = () => $"{Cluster}  gpu-inference:{Repeated("k")}: 1\n",
        ["keys"] = () => $"{Cluster}{string.Concat(Enumerable.Range(0, Smaller / 40).Select(i => $"  gpu-inference:key{i:000000}: {i:000000}\n"))}",
        ["keys of a map"] = () => $"{Cluster}  gpu-inference:aws:\n    region: us-west-2\n    accountId: \"123456789012\"\n    tags:\n{string.Concat(Enumerable.Range(0, Smaller / 30).Select(i => $"      tag{i:000000}: value\n"))}",
        ["a comment"] = () => $"{Cluster}# {Repeated("c")}\n",
        ["empty lines"] = () => $"{Cluster}{Repeated("\n")}",
        ["an open list"] = () => $"{Cluster}  gpu-inference:pools: {new string('[', 100_000)}\n",
        ["a deep mapping"] = () => $"{Cluster}  gpu-inference:pools: {string.Concat(Enumerable.Repeat("{a: ", 10_000))}\n",
        ["a deep block"] = () => $"{Cluster}  gpu-inference:pools:\n{string.Concat(Enumerable.Range(2, 1_000).Select(i => new string(' ', i * 2) + "a:\n"))}",
        ["aliases"] = () => $"{Cluster}  x:a: &a [{string.Concat(Enumerable.Repeat("1, ", 10_000))}1]\n  gpu-inference:pools: [{string.Concat(Enumerable.Repeat("*a, ", 10_000))}*a]\n",
        ["anchors"] = () => $"{Cluster}  gpu-inference:pools: [{string.Concat(Enumerable.Range(0, Smaller / 20).Select(i => $"&a{i:000000} x, "))}x]\n",
        ["a billion laughs"] = () => $"{Cluster}  x:l0: &l0 [lol]\n{string.Concat(Enumerable.Range(1, 40).Select(i => $"  x:l{i}: &l{i} [{string.Join(", ", Enumerable.Repeat($"*l{i - 1}", 10))}]\n"))}",
        ["merges"] = () => $"{Cluster}  x:m0: &m0 {{a: 1}}\n{string.Concat(Enumerable.Range(1, 500).Select(i => $"  x:m{i}: &m{i} {{<<: *m{i - 1}, k{i}: 1}}\n"))}",
    };

    public static TheoryData<string> Files() => [.. _files.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_answer_is_short(string what)
    {
        _checkout.Write("Pulumi.case.yaml", "config:\n" + _files[what]());
        var result = await _checkout.RunAsync("config", "check", "case");

        Verdict.Require(result);
        Assert.Equal(_good.Contains(what) ? 0 : 2, result.ExitCode);
        Assert.True(result.Error.Length < 100_000, $"{what}: {result.Error.Length} characters");
    }

    private static string Repeated(string text, int size = Size) => string.Concat(Enumerable.Repeat(text, size / text.Length));
}
