using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>The Pulumi command line is older than what this program was written for.</summary>
public sealed record EngineTooOld(string Found, string Needed) : StackFailure((string?)null)
{
    public override string Kind => "engine-too-old";

    public override string What => $"the Pulumi command line is version {Found}; needed is {Needed} or later";

    public override ValueList<string> Next => ["Update it (https://www.pulumi.com/docs/install/) and try 'pulumi version'."];
}
