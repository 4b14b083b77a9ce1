using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>No backend keeps the state yet, or it doesn't know who asks.</summary>
public sealed record NotLoggedIn(string? Stack, string Said) : StackFailure(Stack)
{
    public override string Kind => "not-logged-in";

    public override string What => $"the backend that keeps the state lets nobody in: {Said}";

    public override ValueList<string> Next =>
    [
        "For a state in a bucket: set PULUMI_BACKEND_URL, such as s3://BUCKET?region=REGION, or 'pulumi login' with this address, and have credentials for it.",
        "For Pulumi Cloud: set PULUMI_ACCESS_TOKEN, or 'pulumi login'.",
    ];
}
