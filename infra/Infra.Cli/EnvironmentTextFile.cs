using System.Text;
using Infra.Automation.Promotion;

namespace Infra.Cli;

/// <summary>An environment's file as text, to be edited: what isn't changed stays as it is, a byte order mark too.</summary>
internal sealed class EnvironmentTextFile
{
    private const string ByteOrderMark = "\uFEFF";

    private static readonly UTF8Encoding _encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path;
    private readonly string _mark;

    private EnvironmentTextFile(string path, string mark, EnvironmentText text) => (_path, _mark, Text) = (path, mark, text);

    public EnvironmentText Text { get; }

    /// <exception cref="UsageException">There is no such environment, or its file can't be read as text.</exception>
    public static EnvironmentTextFile Read(ProjectFolder project, string environment)
    {
        project.RequireEnvironment(environment);
        var path = project.EnvironmentFile(environment);
        var name = Path.GetFileName(path);
        try
        {
            var text = _encoding.GetString(File.ReadAllBytes(path));
            var mark = text.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? ByteOrderMark : "";
            return new EnvironmentTextFile(path, mark, new EnvironmentText(name, text[mark.Length..]));
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{name}: is no UTF-8 text; save it as UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name}: can't be read: {FileTrouble.Of(e)}");
        }
    }

    /// <summary>The same file with another text; nothing is written.</summary>
    public EnvironmentTextFile With(string text) => new(_path, _mark, Text with { Text = text });

    /// <summary>The file of another environment, with this text; nothing is written.</summary>
    public EnvironmentTextFile For(ProjectFolder project, string environment, string text)
    {
        var path = project.EnvironmentFile(environment);
        return new EnvironmentTextFile(path, _mark, new EnvironmentText(Path.GetFileName(path), text));
    }

    /// <summary>The text in a file of the same name elsewhere, for who plans it before it is written.</summary>
    public StagedFile Staged() => new(Text.Name, Text.Text);

    /// <exception cref="UsageException">It can't be written.</exception>
    public void Write(string text) => new OutputFile(Text.Name, _path).Write(writer => writer.Write(_mark + text));

    /// <summary>A file in a folder of its own, which is gone at the end.</summary>
    internal sealed class StagedFile : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gpu-inference-");

        public StagedFile(string name, string text)
        {
            Path = System.IO.Path.Combine(_folder.FullName, name);
            File.WriteAllText(Path, text, _encoding);
        }

        public string Path { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
