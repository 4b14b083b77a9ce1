using Infra.Core.Configuration;

namespace Infra.Engine.StackReferences;

/// <summary>A document is not the export of the stack that it should be: where, what was found, what is required.</summary>
public sealed class StackExportException(string path, string problem)
    : FormatException(path.Length == 0 ? problem : $"{Shown.Line(path, 200)}: {problem}");
