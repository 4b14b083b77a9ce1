namespace Pulumi.Tests.Harness;

internal static class Unknown
{
    public static Output<string> String => OutputUtilities.CreateUnknown("never seen");
}
