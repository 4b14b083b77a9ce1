using System.CommandLine;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>extend STACK --ttl 4h</c>: moves the end of a temporary environment, in its file and, by an update, in the account.</summary>
internal sealed class ExtendCommand : StackCommand
{
    private readonly UpOptions _options = new();
    private readonly TimeToLive _ttl = new("--ttl", "How long it is needed from now on, such as 4h") { IsRequired = true };

    public ExtendCommand(StackTools tools)
        : base("extend", "Give a temporary environment more time, and update it so that the account knows.", tools)
    {
        Add(_ttl.Option);
        _options.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        _options.Require(result, Terminal);
        var (project, ttl) = (Tools.Project(), _ttl.Read(result));
        if (!Tools.IsSecondProcess)
        {
            new TemporaryFiles(Tools, project).Extend(stack, ttl!.Value);
        }
        return await new GatedUpdate(Tools, project, stack).RunAsync(_options.Read(result), result.GetValue(Tools.Debug), stop);
    }
}
