using System.CommandLine;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>up STACK</c>: checks, previews, asks, and makes the cloud what the configuration says; with <c>--from</c> for a new environment that goes again.</summary>
internal sealed class UpCommand : StackCommand
{
    private readonly UpOptions _options = new();
    private readonly Option<string?> _from = new("--from") { Description = "Make a temporary environment: a copy of this one's configuration, with an end", HelpName = "environment" };
    private readonly TimeToLive _ttl = new("--ttl", "How long the temporary environment is needed from now on, such as 8h");

    public UpCommand(StackTools tools)
        : base("up", "Check an environment, let the Pulumi engine preview, ask, and update.", tools)
    {
        _options.AddTo(this);
        Add(_from);
        Add(_ttl.Option);
    }

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        _options.Require(result, Terminal);
        var (from, ttl) = (result.GetValue(_from), _ttl.Read(result));
        if (from is null != ttl is null)
        {
            throw new UsageException($"{_from.Name} and {_ttl.Option.Name} make a temporary environment together; give both, or none");
        }
        var project = Tools.Project();
        if (from is not null && !Tools.IsSecondProcess)
        {
            new TemporaryFiles(Tools, project).Write(stack, from, ttl!.Value);
        }
        project.RequireEnvironment(stack);
        return await new GatedUpdate(Tools, project, stack).RunAsync(_options.Read(result) with { MakesStack = from is not null }, result.GetValue(Tools.Debug), stop);
    }
}
