from .. import beyond
