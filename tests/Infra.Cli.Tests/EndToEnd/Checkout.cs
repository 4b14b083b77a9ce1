using System.Text;
using Infra.Cli.Registries;
using Infra.Planning.Policies.Suppressions;
using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The command line with its real source of plans, over a copy of the shipped configuration that a test may change.</summary>
internal sealed class Checkout : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Checkout()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Path, "Pulumi*.yaml").Append(RepositoryRoot.Combine(SuppressionFile.Name)))
        {
            _folder.Write(System.IO.Path.GetFileName(file), File.ReadAllText(file));
        }
    }

    public string Path(string file) => _folder.Combine(file);

    public void Write(string file, string text) => _folder.Write(file, text);

    public void Append(string file, string text) => File.AppendAllText(Path(file), text);

    /// <summary>Replaces a text that stands in the file exactly once.</summary>
    public void Replace(string file, string found, string replacement)
    {
        var parts = File.ReadAllText(Path(file)).Split(found);
        Assert.Equal(2, parts.Length);
        Write(file, string.Join(replacement, parts));
    }

    /// <summary>A way to registries that leads nowhere: whoever takes it, fails.</summary>
    public static RegistryAccess NoNetwork { get; } = new(() => throw new InvalidOperationException("no command but 'pins resolve' may use the network"), _ => Task.CompletedTask);

    public RegistryAccess Registries { get; init; } = NoNetwork;

    /// <summary>What commands ask outside the process; null for what is really there.</summary>
    public OutsideWorld? Outside { get; set; }

    public string Root => _folder.Path;

    /// <summary>What stands at standard input.</summary>
    public string Input { get; set; } = "";

    public async Task<ProcessResult> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var terminal = new Terminal(new TextChannel(output, colour: false), new TextChannel(error, colour: false), () => new MemoryStream(Encoding.UTF8.GetBytes(Input)));
        var exitCode = await new CommandLine(terminal, () => ProjectFolder.Above(_folder.Path), PlanSource.Of, Registries, outside: Outside).RunAsync(arguments);
        return new ProcessResult(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();
}
