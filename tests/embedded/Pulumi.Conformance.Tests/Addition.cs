namespace Pulumi.Conformance.Tests;

/// <param name="Member">The member that differs from its list.</param>
/// <param name="Package">The package it belongs to.</param>
/// <param name="Found">What is right, as the checker prints it.</param>
/// <param name="Expected">What the list says instead. Without it a row for one overload would also excuse another that is missing.</param>
internal sealed record Addition(string Member, string Package, string Found, string Expected)
{
    public Addition(Difference difference, string package)
        : this(difference.Member, package, difference.Found, difference.Expected)
    {
    }
}
