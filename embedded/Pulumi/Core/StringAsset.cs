namespace Pulumi;

public sealed class StringAsset : Asset
{
    public StringAsset(string text) => Text = text;

    internal string Text { get; }
}
