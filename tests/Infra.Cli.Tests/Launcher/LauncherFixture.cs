using Infra.TestKit;

namespace Infra.Cli.Tests.Launcher;

/// <summary>A checkout that consists of ./run and a few sources, with a dotnet that only notes how it is called.</summary>
internal sealed class LauncherFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LauncherFixture()
    {
        Copy("run", "checkout/run");
        Copy(".ci/run", "checkout/.ci/run");
        // Nothing is installed on the machine that tests run on.
        MakeExecutable(Write(".ci/tools", "#!/bin/sh\n"));
        Copy("global.json", "checkout/global.json");
        Install("dotnet", File.ReadAllText(RepositoryRoot.Combine("tests/Infra.Cli.Tests/Launcher/FakeDotnet.sh")));
        foreach (var file in (string[])["BannedSymbols.txt", ".editorconfig", "Directory.Build.props", "components/a.cs", "stacks/a.cs", "embedded/a.cs"])
        {
            Write(file, "");
        }
        Write("infra/Program.cs", "first");
        Write("Infra.sln", "");
    }

    public string Root => _folder.Combine("checkout");

    public string[] Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    public IEnumerable<string> Builds => Calls.Where(call => call.StartsWith("publish ", StringComparison.Ordinal));

    private string Log => _folder.Combine("log");

    public string Write(string file, string content) => _folder.Write($"checkout/{file}", content);

    /// <summary>The folder of a program that the launcher knows.</summary>
    public string ProgramOf(string key) => PathOf($"artifacts/launcher/programs/{key}");

    public string[] Programs => [.. Directory.EnumerateDirectories(ProgramOf("")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>Puts a program where the script finds it first.</summary>
    public void Install(string program, string script) => MakeExecutable(_folder.Write($"bin/{program}", script));

    /// <summary>Installs an SDK beside dotnet.</summary>
    public void InstallSdk(string version) => _folder.Write($"bin/sdk/{version}/dotnet.dll", "");

    public string PathOf(string file) => Path.Combine(Root, file);

    public Task<ProcessResult> RunAsync(params string[] arguments) => RunInAsync(Root, [], arguments);

    public Task<ProcessResult> RunInAsync(string folder, Dictionary<string, string?> environment, params string[] arguments) =>
        StartAsync("/bin/sh", [PathOf("run"), .. arguments], folder, environment);

    /// <summary>What CI runs.</summary>
    public Task<ProcessResult> RunCiAsync(Dictionary<string, string?> environment) => StartAsync(PathOf(".ci/run"), [], Root, environment);

    public void Dispose() => _folder.Dispose();

    private Task<ProcessResult> StartAsync(string program, string[] arguments, string folder, Dictionary<string, string?> environment)
    {
        environment.TryAdd("PATH", $"{_folder.Combine("bin")}:/usr/bin:/bin");
        environment["FAKE_LOG"] = Log;
        return ProcessRunner.RunAsync(program, arguments, folder, environment);
    }

    private void Copy(string from, string to) => MakeExecutable(_folder.Write(to, File.ReadAllText(RepositoryRoot.Combine(from))));

    private static void MakeExecutable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
