using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Infra.Cli;

/// <summary>Says which version this is.</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(ShowVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine($"gpu-inference {version}");
        return ExitCodes.Success;
    }
}
