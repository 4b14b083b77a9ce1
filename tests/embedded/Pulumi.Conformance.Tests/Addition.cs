namespace Pulumi.Conformance.Tests;

/// <param name="Member">The member that differs from its list.</param>
/// <param name="Package">The package it belongs to.</param>
/// <param name="Found">What is right, as the checker prints it.</param>
internal sealed record Addition(string Member, string Package, string Found);
