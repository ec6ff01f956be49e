using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>A provider's language for chats. One object serves one call, as streams have a state.</summary>
internal interface IChatDialect
{
    /// <summary>Writes the body.</summary>
    /// <param name="request">The chat.</param>
    /// <param name="stream">Whether the answer is wanted piece by piece.</param>
    JsonObject Write(ChatRequest request, bool stream);

    /// <summary>Reads a whole answer.</summary>
    ChatPiece Read(JsonElement answer);

    /// <summary>Reads one event of a stream.</summary>
    /// <returns>Null when it brings nothing.</returns>
    ChatPiece? ReadEvent(string? name, JsonElement data);
}
