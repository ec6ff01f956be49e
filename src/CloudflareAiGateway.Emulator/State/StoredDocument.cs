using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>A resource: its JSON as it is answered, and what it is found and sorted by. Never changed, only replaced.</summary>
internal sealed record StoredDocument(string Id, DateTimeOffset CreatedAt, ReadOnlyMemory<byte> Json);
