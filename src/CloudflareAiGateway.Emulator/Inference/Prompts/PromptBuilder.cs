using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Collects what the messages of a request say.</summary>
internal sealed class PromptBuilder
{
    private readonly StringBuilder _all = new();
    private readonly List<ToolOffer> _tools = [];
    private string _text = string.Empty;
    private string? _toolResult;
    private string? _lastRole;
    private int _tokens;

    public void Add(string? role, string text)
    {
        bool goesOn = role == _lastRole;
        Take(role, text);
        if (role == "user")
        {
            // The parts of one message belong together.
            _text = goesOn && _text.Length > 0 ? _text + "\n" + text : text;
            _toolResult = null;
        }
    }

    public void AddToolResult(string text)
    {
        Take("tool", text);
        _toolResult = text;
    }

    public void AddImage() => _tokens += TokenCount.OfImage;

    public void AddTool(string? name, JsonElement schema)
    {
        if (name is not null)
        {
            _tools.Add(new ToolOffer(name, schema));
        }
    }

    /// <summary>Ends a message, so that the next one of the same role is another one.</summary>
    public void EndMessage() => _lastRole = null;

    public ModelPrompt Build() => new()
    {
        Text = _text,
        AllText = _all.ToString(),
        ToolResult = _toolResult,
        TokensIn = _tokens,
        Tools = _tools,
    };

    private void Take(string? role, string text)
    {
        _all.Append(text).Append('\n');
        _tokens += TokenCount.Of(text);
        _lastRole = role;
    }
}
