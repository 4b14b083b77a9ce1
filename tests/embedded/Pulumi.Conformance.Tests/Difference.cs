namespace Pulumi.Conformance.Tests;

/// <param name="Member">Full name of the type, and of the member where there is one.</param>
/// <param name="Found">What the embedded assembly has.</param>
/// <param name="Expected">What the list says, or that it says nothing.</param>
internal sealed record Difference(string Member, string Found, string Expected)
{
    public override string ToString() => $"{Member}: found '{Found}'; expected {Expected}";
}
