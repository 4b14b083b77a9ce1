using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>There is no Pulumi command line.</summary>
public sealed record EngineMissing() : StackFailure((string?)null)
{
    public override string Kind => "engine-missing";

    public override string What => "the Pulumi command line is not installed, or not on the PATH";

    public override ValueList<string> Next => ["Install it (https://www.pulumi.com/docs/install/) and try 'pulumi version'."];
}
