namespace Infra.Cli.Tests.Seeds;

/// <summary>The test shows what a document of the mission shows: a row of its digest, and what stands there.</summary>
/// <param name="row">Row of the digest, such as <c>S0.1</c>.</param>
/// <param name="shown">Manifest or practice in the document.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class SeedAttribute(string row, string shown) : Attribute
{
    public string Row { get; } = row;

    public string Shown { get; } = shown;
}
