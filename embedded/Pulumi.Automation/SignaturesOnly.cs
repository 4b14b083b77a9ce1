namespace Pulumi.Automation;

/// <summary>There is no engine to start here: these types exist so that what is written against the package compiles.</summary>
internal static class SignaturesOnly
{
    private const string Message =
        "this build is compiled against the embedded SDK, which starts no Pulumi engine; build against the Pulumi packages, with -p:PulumiSdk=pulumi or the environment variable PulumiSdk=pulumi";

    public static NotSupportedException Called() => new(Message);
}
