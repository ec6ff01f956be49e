using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.HelpBuilder;

/// <summary><c>HelpBuilder &lt;docs folder&gt; &lt;output folder&gt;</c>: compiles Markdown into the help that ships.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        if (args is not [string source, string target])
        {
            Console.Error.WriteLine("Usage: HelpBuilder <docs/en-US> <output/en-US>");
            return 2;
        }

        IReadOnlyList<HelpProblem> problems = HelpCompiler.Compile(source, target);
        foreach (HelpProblem problem in problems)
        {
            Console.Out.WriteLine(problem);
        }

        return problems.Count > 0 ? 1 : 0;
    }
}
