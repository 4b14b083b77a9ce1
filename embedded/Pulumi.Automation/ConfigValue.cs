namespace Pulumi.Automation;

public class ConfigValue
{
    public ConfigValue(string value, bool isSecret = false) => throw SignaturesOnly.Called();

    public bool IsSecret
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }

    public string Value
    {
        get => throw SignaturesOnly.Called();
        set => throw SignaturesOnly.Called();
    }
}
