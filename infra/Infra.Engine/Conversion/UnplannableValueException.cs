using Infra.Core.Configuration;

namespace Infra.Engine.Conversion;

/// <summary>A value that neither Pulumi nor a plan can hold. Its path is put together on the way out, so that values without a problem need none.</summary>
internal sealed class UnplannableValueException(string problem) : Exception
{
    private string _path = "";

    public override string Message => $"{_path.TrimStart('.')}: {problem}";

    public UnplannableValueException Within(string key) => WithinStep(ConfigPath.Key("", key));

    public UnplannableValueException Within(int index) => WithinStep(ConfigPath.Index("", index));

    private UnplannableValueException WithinStep(string step)
    {
        _path = step + _path;
        return this;
    }
}
