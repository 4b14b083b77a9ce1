using Infra.Stacks;

namespace Infra.Cli.Tests.Secrets;

/// <summary>A way in which secrets come to a command, meant or by mistake.</summary>
/// <param name="Name">What happens.</param>
/// <param name="File">The environment's file, given the shipped text of it.</param>
/// <param name="Options">What is added to the command line.</param>
/// <param name="IsRefused">Whether a command that reads the environment has to refuse it.</param>
internal sealed record SecretWay(string Name, Func<string, string> File, string[] Options, bool IsRefused)
{
    public static IReadOnlyDictionary<SecretKey, Canary> Canaries { get; } = SecretKey.All.ToDictionary(secret => secret, secret => new Canary(secret.Name));

    public static Canary Structured { get; } = new("structured");

    // Where people write the secret itself, and its name or nothing belongs.
    private static readonly (string Found, string Replacement)[] _misplaced =
    [
        ("huggingFaceToken: {}", $"huggingFaceToken: {Structured.Text}"),
        ("huggingFaceToken: {}", $"huggingFaceToken: {{secret: {Structured.Text}}}"),
        ("huggingFaceToken: {}", $"huggingFaceToken: {{secure: {Structured.Text}}}"),
        ("huggingFaceToken: {}", $"huggingFaceToken: {{value: {Structured.Text}}}"),
        ("huggingFaceToken: {}", $"huggingFaceToken: {{}}\n      environmentSecret: {Structured.Text}"),
        ("credentials: true", $"credentials: {Structured.Text}"),
        ("credentials: true", $"secrets: [{Structured.Text}]"),
        ("slack: {}", $"slack: https://hooks.slack.com/services/{Structured.Text}"),
        ("slack: {}", $"slack: {{secret: {Structured.Text}}}"),
        ("pagerDuty: {}", $"pagerDuty: {{secret: {{name: {Structured.Text}, key: x}}}}"),
        ("webhook: {}", $"webhook: {{url: \"htp://{Structured.Text}\"}}"),
        ("header: {name: authorization}", $"header: Bearer {Structured.Text}"),
        ("header: {name: authorization}", $"header: {{name: \"authorization: {Structured.Text}\"}}"),
    ];

    public static IReadOnlyList<SecretWay> All { get; } =
    [
        new("secure", file => file + Lines(canary => $"{{secure: {canary.Text}}}"), [], IsRefused: false),
        new("plain text", file => file + Lines(canary => canary.Text), [], IsRefused: true),
        new("a list", file => file + Lines(canary => $"[{canary.Text}]"), [], IsRefused: true),
        new("an object", file => file + Lines(canary => $"{{value: {canary.Text}, other: {canary.Text}}}"), [], IsRefused: true),
        new("a misspelt key", file => file + Lines(canary => canary.Text).Replace("gpu-inference:", "gpu-inference:my", StringComparison.Ordinal), [], IsRefused: true),
        new("the wrong namespace", file => file + Lines(canary => canary.Text).Replace("gpu-inference:", "gpu-infrence:", StringComparison.Ordinal), [], IsRefused: true),
        new("broken YAML", file => file + Lines(canary => $"\"{canary.Text}"), [], IsRefused: true),
        new("--config", Secure, Set(name => name), IsRefused: true),
        new("--config without a key", Secure, [.. Canaries.Values.SelectMany(canary => new[] { "--config", canary.Text })], IsRefused: true),
        new("--config-path", Secure, ["--config-path", .. Set(name => $"{name}.token")], IsRefused: true),
        new("--config-path into a model", Secure, ["--config-path", "--config", $"models[0].huggingFaceToken={Structured.Text}"], IsRefused: true),
        new("a misspelt option", Secure, [.. Canaries.Select(secret => $"--confg={secret.Key.Name}={secret.Value.Text}")], IsRefused: true),
        .. _misplaced.Select(mistake => new SecretWay(
            mistake.Replacement.Replace(Structured.Text, "…", StringComparison.Ordinal),
            file => Secure(Replaced(file, mistake.Found, mistake.Replacement)),
            [],
            IsRefused: true)),
    ];

    /// <summary>The file with every secret as it should be.</summary>
    public static string Secure(string file) => file + Lines(canary => $"{{secure: {canary.Text}}}");

    private static string Lines(Func<Canary, string> value) =>
        "\n" + string.Concat(Canaries.Select(secret => $"  gpu-inference:{secret.Key.Name}: {value(secret.Value)}\n"));

    private static string[] Set(Func<string, string> key) => [.. Canaries.SelectMany(secret => new[] { "--config", $"{key(secret.Key.Name)}={secret.Value.Text}" })];

    private static string Replaced(string file, string found, string replacement)
    {
        Assert.Contains(found, file);
        return file.Replace(found, replacement, StringComparison.Ordinal);
    }
}
