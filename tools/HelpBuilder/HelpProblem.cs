namespace CloudflareAiGateway.HelpBuilder;

/// <summary>Something wrong in a help source. Its text is what MSBuild and editors take for an error in that file.</summary>
/// <param name="File">The source file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What is wrong, in one sentence.</param>
public sealed record HelpProblem(string File, int Line, string Text)
{
    public override string ToString() => $"{File}({Line}): error: {Text}";
}
