using System.CommandLine;
using Infra.Cli.Tests.EndToEnd;
using Infra.TestKit;

namespace Infra.Cli.Tests.Secrets;

/// <summary>
/// Every secret is a canary, given in every way that secrets come in, meant or by mistake. After any command, done or refused, with --debug too, it stands nowhere: in neither of its streams, and in no file that it
/// has written.
/// </summary>
public sealed class SecretLeakTests : IDisposable
{
    private const string EnvironmentFile = "secrets.yaml";

    private static readonly string _shipped = File.ReadAllText(RepositoryRoot.Combine("tests/Infra.Cli.Tests/Secrets/secrets.yaml"));

    private readonly Checkout _checkout = new();

    public static TheoryData<string> Ways => [.. SecretWay.All.Select(way => way.Name)];

    public static TheoryData<string> Uses => [.. CommandUses.OfEnvironments];

    public void Dispose() => _checkout.Dispose();

    // A command that is new has to be listed, with how it is used where it reads an environment.
    [Fact]
    public void Every_command_is_covered()
    {
        var root = new CommandLine(Terminal.OfProcess(), () => throw new InvalidOperationException("nothing runs here"), PlanSource.Of, Checkout.NoNetwork).Root;

        Assert.Equal(Leaves(root, "").Order(StringComparer.Ordinal), CommandUses.All.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            Leaves(root, "").Where(name => TakesEnvironment(root, name)).Order(StringComparer.Ordinal),
            CommandUses.All.Where(uses => uses.Value.Length > 0).Select(uses => uses.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_secret_is_shown_by_no_command(string name)
    {
        var way = SecretWay.All.Single(one => one.Name == name);
        _checkout.Write(EnvironmentFile, way.File(_shipped));
        var findings = new List<string>();
        foreach (var use in CommandUses.OfEnvironments.SelectMany(use => new[] { use, $"{use} --debug" }))
        {
            var result = await _checkout.RunAsync(Arguments(use, way.Options));
            Assert.True(way.IsRefused ? result.ExitCode == 2 : IsDone(result), $"{use}: exit code {result.ExitCode}\n{result.Error}");
            findings.AddRange(Leaks($"{use}: standard output", result.Output).Concat(Leaks($"{use}: standard error", result.Error)));
        }
        findings.AddRange(WrittenFiles());

        Findings.None(findings);
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task A_process_leaves_none_in_any_file(string use)
    {
        using var home = new TemporaryFolder();
        _checkout.Write(EnvironmentFile, SecretWay.Secure(_shipped));
        var folders = new[] { "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "PULUMI_HOME" };
        var environment = folders.ToDictionary(name => name, name => (string?)Directory.CreateDirectory(home.Combine(name)).FullName);
        environment["PULUMI_CONFIG"] = $$"""{"gpu-inference:huggingFaceToken": "{{SecretWay.Structured.Text}}"}""";
        environment["PULUMI_CONFIG_PASSPHRASE"] = SecretWay.Structured.Text;
        environment["PULUMI_ACCESS_TOKEN"] = SecretWay.Structured.Text;
        environment["AWS_SECRET_ACCESS_KEY"] = SecretWay.Structured.Text;
        var program = typeof(CommandLine).Assembly.Location;

        var done = await ProcessRunner.RunAsync("dotnet", ["exec", program, .. Arguments(use, [])], home.Path, environment);
        var refused = await ProcessRunner.RunAsync("dotnet", ["exec", program, .. Arguments(use, SecretWay.All.Single(way => way.Name == "--config").Options), "--debug"], home.Path, environment);

        Assert.Equal((true, 2), (IsDone(done), refused.ExitCode));
        Findings.None(
        [
            .. Leaks("done: standard output", done.Output), .. Leaks("done: standard error", done.Error),
            .. Leaks("refused: standard output", refused.Output), .. Leaks("refused: standard error", refused.Error),
            .. LeakingFiles(home.Path), .. WrittenFiles(),
        ]);
    }

    [Theory]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"type": "pulumi:pulumi:Stack", "urn": "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev", "outputs": {"token": SECRET}}]}}""", 0)]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"type": "pulumi:pulumi:Stack", "urn": "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev", "outputs": [SECRET]}]}}""", 2)]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"type": "pulumi:pulumi:Stack", "urn": "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev", "outputs": {"token": SECRET}}]""", 2)]
    [InlineData("""{"version": {"token": SECRET}, "deployment": {}}""", 2)]
    public async Task The_export_of_a_stack_shows_none(string export, int exitCode)
    {
        _checkout.Write(EnvironmentFile, SecretWay.Secure(_shipped));
        var secret = $$"""{"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "\"{{SecretWay.Structured.Text}}\""}""";
        _checkout.Write("net.json", export.Replace("SECRET", secret, StringComparison.Ordinal));
        var findings = new List<string>();
        foreach (var use in CommandUses.OfEnvironments.Where(use => use.StartsWith("preview", StringComparison.Ordinal) || use.StartsWith("render", StringComparison.Ordinal)))
        {
            var result = await _checkout.RunAsync(Arguments(use, ["--stack-export", $"acme/net/dev={_checkout.Path("net.json")}", "--debug"]));
            Assert.True(result.ExitCode == exitCode, $"{use}: exit code {result.ExitCode}\n{result.Error}");
            findings.AddRange(Leaks(use, result.Output + result.Error));
        }

        Findings.None(findings.Concat(WrittenFiles()));
    }

    [Theory]
    [InlineData("\"$secret\": \"CANARY\"")]
    [InlineData("\"$secret\": {\"value\": \"CANARY\"}")]
    [InlineData("\"$secret\": true, \"value\": \"CANARY\"")]
    public async Task A_plan_that_was_written_before_shows_none(string secret)
    {
        _checkout.Input =
            "{\"schemaVersion\": 1, \"project\": \"gpu-inference\", \"stack\": \"dev\", \"resources\": [{\"urn\": \"urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev\", \"inputs\": {\"token\": {"
            + secret.Replace("CANARY", SecretWay.Structured.Text, StringComparison.Ordinal) + "}}}]}";
        var result = await _checkout.RunAsync("preview", "--from", "-", "--debug");

        Assert.Equal(2, result.ExitCode);
        Findings.None(Leaks("preview --from", result.Output + result.Error));
    }

    // With or without findings.
    private static bool IsDone(ProcessResult result) => result.ExitCode is 0 or 1;

    private string[] Arguments(string use, string[] options) =>
    [
        .. use.Split(' ').SelectMany<string, string>(word => word switch
        {
            CommandUses.Environment => ["leak", "--config-file", _checkout.Path(EnvironmentFile), .. options],
            CommandUses.Out => [_checkout.Path("out")],
            CommandUses.Page => [_checkout.Path("pages/report.html")],
            CommandUses.Base => [Base()],
            _ => [word],
        }),
    ];

    // Nothing is there yet, so that a diff tells of everything.
    private string Base()
    {
        _checkout.Write("base.json", """{"schemaVersion": 1, "project": "gpu-inference", "stack": "leak", "resources": []}""");
        return _checkout.Path("base.json");
    }

    private static IEnumerable<string> Leaks(string place, string text) => SecretWay.Canaries.Values.Append(SecretWay.Structured)
        .SelectMany(canary => canary.FoundIn(text).Take(1).Select(form => $"{place} has the canary {canary.Name}, as {form}: {Around(text, form)}"));

    private static string Around(string text, string form)
    {
        var at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 80)..Math.Min(text.Length, at + form.Length + 20)].ReplaceLineEndings(" ");
    }

    private IEnumerable<string> WrittenFiles() => LeakingFiles(_checkout.Path("out")).Concat(LeakingFiles(_checkout.Path("pages")));

    private static IEnumerable<string> LeakingFiles(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file => Leaks(file, $"{file}\n{File.ReadAllText(file)}"))
        : [];

    private static IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.Count == 0
        ? [path]
        : command.Subcommands.SelectMany(below => Leaves(below, $"{path} {below.Name}".TrimStart()));

    // Others read the environment's own file alone, and have tests of their own.
    private static bool TakesEnvironment(Command root, string name) => name.Split(' ')
        .Aggregate(root, (command, word) => command.Subcommands.Single(below => below.Name == word))
        .Options.Any(option => option.Name == "--config-file");
}
