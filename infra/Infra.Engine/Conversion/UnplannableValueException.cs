namespace Infra.Engine.Conversion;

/// <summary>A value that neither Pulumi nor a plan can hold.</summary>
internal sealed class UnplannableValueException(string path, string problem) : Exception($"{path}: {problem}");
